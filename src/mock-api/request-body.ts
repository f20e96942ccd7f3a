/** The parsed body, undefined when there is none, the text itself when it is no JSON: that is no object, so it is refused. */
export function readBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    const body: unknown = JSON.parse(text);
    return body;
  } catch {
    return text;
  }
}
