/** Signing in and out, and who is signed in. The cookie itself is out of our sight (HttpOnly). */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiError, request, send } from '#src/api/http.ts';
import type { Credentials, Role } from '#src/contracts/session.ts';
import { roleAllows, sessionSchema, whoSchema } from '#src/contracts/session.ts';

const SESSION = ['session'] as const;

/** The signed-in user; `null` = nobody is signed in; undefined while it is being asked. */
export function useSession() {
  return useQuery({
    queryKey: SESSION,
    staleTime: Infinity,
    queryFn: ({ signal }) => request('/api/session', whoSchema, { signal }),
  });
}

/** True when the signed-in user's role may do what `needed` may do; false while nobody is known. */
export function useMay(needed: Role): boolean {
  const { data } = useSession();
  return data ? roleAllows(data.role, needed) : false;
}

/** Signs in; afterwards everything that failed for want of a session is asked again. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) =>
      request('/api/session', sessionSchema, { method: 'POST', body: credentials }),
    onSuccess: (session) => {
      client.setQueryData(SESSION, session);
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== SESSION[0] });
    },
  });
}

/** Signs out; what was read is forgotten by whoever shows the door ({@link useForgetAfterSignOut}). */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      try {
        await send('/api/session', { method: 'DELETE' });
      } catch (error) {
        // A session that is over already is as good as signed out.
        if (!(error instanceof ApiError && error.code === 'unauthenticated')) throw error;
      }
    },
    onSuccess: () => client.setQueryData(SESSION, null),
  });
}

/**
 * Forgets all that was read as soon as nobody is signed in. An effect of what stands at the door, so that it runs when no
 * screen is left: a screen whose data goes away under it asks for it once more, and is refused.
 */
export function useForgetAfterSignOut(signedOut: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (signedOut) client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION[0] });
  }, [client, signedOut]);
}
