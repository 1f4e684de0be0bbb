/** Clients of iRECA: companies and people who order. */
import * as z from 'zod/mini';
import { coordinate, gmt, id, lenient, text } from '#src/contracts/wire.ts';

const clientAddress = z.object({
  postindex: text,
  city: text,
  street: text,
  home: text,
  apartment: text,
  latitude: coordinate,
  longitude: coordinate,
});

/** `birthday` is a calendar day (`1986-01-14`), not a moment. */
export const clientSchema = z.object({
  clientId: id,
  /** The company. */
  title: text,
  firstname: text,
  lastname: text,
  birthday: text,
  addressEntity: lenient(clientAddress),
  inn: text,
  phone: text,
  email: text,
  description: text,
  updatedAt: lenient(gmt),
});
export type Client = z.output<typeof clientSchema>;

/** Body row of `POST /clients`: the five that the text marks as required, and the rest as documented. */
export const newClientSchema = z.object({
  clientId: id,
  title: text,
  firstname: text,
  lastname: text,
  birthday: text,
  addressEntity: z.optional(z.object({ city: text, street: text, home: text, apartment: text })),
  inn: text,
  phone: text,
  email: text,
  description: text,
});
export type NewClient = z.output<typeof newClientSchema>;
