/** The type of a request's body, without its parameters; '' when none is named. */
export function mediaType({ headers }: Request): string {
  return headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}
