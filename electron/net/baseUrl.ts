/** What paths are put behind: a name without a slash at its end would be replaced by them. */
export function baseUrlOf(url: string): URL {
  return new URL(url.endsWith('/') ? url : `${url}/`);
}
