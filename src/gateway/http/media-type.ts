/** The media type of a request without its parameters; '' without a type. */
export function mediaType({ headers }: Request): string {
  return headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}
