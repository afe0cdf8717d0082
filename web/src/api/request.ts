/** The server answered, but with a refusal; the message is the server's own, for people. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The server did not answer. */
export class Unreachable extends Error {}

async function checked(path: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Unreachable('The server does not answer.', { cause });
  }
  if (answer.ok) return answer;
  const said = (await answer.json().catch(() => null)) as { error?: unknown } | null;
  const message = typeof said?.error === 'string' ? said.error : `The server answered with ${answer.status}.`;
  throw new Refused(answer.status, message);
}

/** One GET of the API. The browser's cache and the server's ETag keep it cheap to ask again. */
export async function get<T>(path: string, query?: URLSearchParams | null, signal?: AbortSignal): Promise<T> {
  const search = query?.size ? `?${query}` : '';
  const answer = await checked(`/api/v1/${path}${search}`, { signal: signal ?? null, headers: { Accept: 'application/json' } });
  return (await answer.json()) as T;
}

/** One POST without a body. The header shows that the page itself asks: a form on another site cannot send it. */
export async function post(path: string): Promise<void> {
  await checked(`/api/v1/${path}`, { method: 'POST', headers: { 'X-Dateline': 'page' } });
}
