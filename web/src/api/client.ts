/** Asks the server that handed out the page, and no other; every fault comes back as an `ApiError` with its remedy. */

export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string | null,
    readonly nearest: readonly string[] = [],
  ) {
    super(message);
  }
}

interface Fault {
  readonly error?: { code?: string; message?: string; remedy?: string; nearest?: string[] };
}

export async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(path, { headers: { accept: "application/json" }, ...(signal ? { signal } : {}) });
}

export async function postJson<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const headers = { "content-type": "application/json", accept: "application/json" };
  return answer<T>(path, { method: "POST", headers, body: JSON.stringify(body), ...(signal ? { signal } : {}) });
}

async function answer<T>(path: string, options: RequestInit): Promise<T> {
  const response = await fetch(path, options).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError("unreachable", "The server does not answer.", "Start it again: chancery serve --archive FILE");
  });
  if (!response.ok) throw await readFault(response);
  return response.json() as Promise<T>;
}

async function readFault(response: Response): Promise<ApiError> {
  const { error }: Fault = await response.json().catch(() => ({}));
  const message = error?.message ?? `The server answered ${response.status}.`;
  return new ApiError(error?.code ?? `http-${response.status}`, message, error?.remedy ?? null, error?.nearest ?? []);
}
