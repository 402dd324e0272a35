import * as z from 'zod';

/** An id as Slack makes them: a letter that tells what it is of, then letters and digits. */
export const slackIdSchema = z.string().regex(/^[A-Z][A-Z0-9]{1,31}$/, 'expected an id of Slack, such as T0123ABCD');
