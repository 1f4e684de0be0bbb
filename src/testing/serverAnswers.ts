/** A server made of answers, for tests that stub `fetch`. */

export type Answer = { body: unknown; status?: number };

/** Answers by path, whatever stands behind its `?`; an empty list for a path that the test does not name. */
export const answering =
  (answers: Readonly<Record<string, Answer>>) =>
  (path: string): Promise<Response> => {
    const { body, status = 200 } = answers[path.split('?')[0] ?? ''] ?? { body: [] };
    return Promise.resolve(Response.json(body, { status }));
  };
