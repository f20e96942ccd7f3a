import type { ClientFile } from './client-files';
import { fileHeaders } from '~/gateway/http/security-headers';

/** The response for a file, in the best encoding that the browser accepts. */
export function fileResponse(file: ClientFile, acceptEncoding: string | null): Response {
  const headers = fileHeaders(file.type, file.hashed ? 'for-ever' : 'an-hour');
  const [encoding, body] = chooseEncoding(file, acceptedEncodings(acceptEncoding));
  if (encoding) headers.set('Content-Encoding', encoding);
  headers.set('Content-Length', String(body.byteLength));
  return new Response(body, { headers });
}

function chooseEncoding(
  file: ClientFile,
  accepted: ReadonlySet<string>,
): ['br' | 'gzip' | null, Uint8Array<ArrayBuffer>] {
  if (file.br && accepted.has('br')) return ['br', file.br];
  if (file.gzip && accepted.has('gzip')) return ['gzip', file.gzip];
  return [null, file.plain];
}

/** The encodings of an Accept-Encoding header, without those of q=0. */
function acceptedEncodings(header: string | null): ReadonlySet<string> {
  return new Set(
    (header ?? '')
      .toLowerCase()
      .split(',')
      .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
      .map((part) => part.replace(/;.*$/, '').trim()),
  );
}
