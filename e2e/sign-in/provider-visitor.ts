/** Signs in at the tests' provider as a browser without scripts does; gives the URL by which it sends the person back. */
export async function signInAtProvider(location: string, name: string): Promise<URL> {
  const { origin } = new URL(location);
  const cookies = new Map<string, string>();
  let next: { url: string; body: URLSearchParams | null } = { url: location, body: null };
  for (let step = 0; step < 12; step += 1) {
    const { url, body } = next;
    const answer = await fetch(url, {
      method: body ? 'POST' : 'GET',
      body,
      redirect: 'manual',
      headers: { Cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [key = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(key, value);
    }
    const to = answer.headers.get('Location');
    if (to === null) {
      next = filledForm(await answer.text(), name, url);
      continue;
    }
    const target = new URL(to, url);
    if (target.origin !== origin) return target;
    next = { url: target.href, body: null };
  }
  throw new Error('The provider never sent the person back');
}

/** The first form of a page, with the name typed in. */
function filledForm(html: string, name: string, page: string): { url: string; body: URLSearchParams } {
  const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1];
  if (action === undefined) throw new Error(`The provider shows no form: ${html.slice(0, 500)}`);
  const body = new URLSearchParams();
  for (const [input] of html.matchAll(/<input[^>]*>/g)) {
    const field = /name="([^"]+)"/.exec(input)?.[1];
    if (field === 'login' || field === 'password') body.set(field, name);
    else if (field !== undefined) body.set(field, /value="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  return { url: new URL(action, page).href, body };
}
