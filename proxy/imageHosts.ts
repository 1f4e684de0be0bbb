/** The setting that says from where pictures of goods may be shown: their addresses in iRECA may name any host. */
import { z } from 'zod';

/** A page of ours is not to be told to show pictures that anybody on the way could change; this machine is not "on the way". */
const ORIGIN = /^(https:\/\/[a-z0-9.-]+|http:\/\/(localhost|127\.0\.0\.1))(:\d{1,5})?\/?$/i;

const isOrigin = (text: string) => ORIGIN.test(text) && URL.canParse(text);

/** For the schema of all settings: origins separated by spaces or commas. */
export const imageHostSettings = {
  IMAGE_HOSTS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''))
    .refine(
      (words) => words.every(isOrigin),
      'must be hosts like https://img.example, separated by spaces or commas (http:// for localhost and 127.0.0.1 only)',
    )
    .transform((words) => [...new Set(words.map((word) => (isOrigin(word) ? new URL(word).origin : word)))]),
};
