import * as z from 'zod';

/*
 * What the raw AWS shapes are made of, as the AWS SDK v3 returns them (its member names, dates as ISO 8601 strings).
 * Members that no fact reads pass through unchecked. Every member may be absent: AWS leaves unset members out, and
 * assembled files may say null instead. Enumerations are open: their values are judged in `facts/`.
 */
export const text = z.string().nullish();
export const flag = z.boolean().nullish();
export const number = z.number().nullish();
export const texts = z.array(z.string()).nullish();
export const list = <T extends z.ZodType>(item: T) => z.array(item).nullish();
export const shape = <T extends z.ZodRawShape>(members: T) => z.looseObject(members);
export const part = <T extends z.ZodRawShape>(members: T) => shape(members).nullish();
