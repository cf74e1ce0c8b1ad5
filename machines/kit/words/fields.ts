import { z } from 'zod';
import { faultIn, tidied, type Lines } from './acceptable-text.js';
import { FIRST_DAY, isInstantWithin, isWithin, LAST_DAY, yearOf } from './dates.js';

/** The pieces of payload schemas. Every procedure uses the same ones. */

const BOUNDS = `在${yearOf(FIRST_DAY)}年到${yearOf(LAST_DAY)}年之间`;

export const day = z.iso
  .date({ abort: true })
  .refine(isWithin, `日期要${BOUNDS}，请核对年份。`)
  .meta({ description: '日期,YYYY-MM-DD' });

/** The longest way to write an instant that anything here writes, with room. */
const INSTANT_LENGTH = 40;

export const instant = z.iso
  .datetime({ offset: true, abort: true })
  .max(INSTANT_LENGTH)
  .refine(isInstantWithin, `时刻要${BOUNDS}，时差要在-12:00到+14:00之间，请核对。`);

/** Money in integer 分, above zero. */
export const fen = z.int().positive().max(10_000_000_000_000).meta({ description: '金额，整数分' });

const written = (min: number, max: number, lines: Lines): z.ZodString =>
  z
    .string()
    .overwrite(tidied)
    .min(min)
    .max(max)
    .superRefine((said, context) => {
      const fault = faultIn(said, lines);
      if (fault !== null) context.addIssue(fault);
    });

/** One line: a name, a number, a place. */
export const text = (max: number): z.ZodString => written(1, max, 'one');
/** One line that may be empty. */
export const textIfAny = (max: number): z.ZodString => written(0, max, 'one');
/** As many lines as somebody needs: a reason, an opinion, a description. */
export const prose = (max = 2000): z.ZodString => written(1, max, 'several');

/** Marks the fields in which somebody writes a text of their own. */
const words = z.registry<{ spoken: true }>();
const spoken = prose().register(words, { spoken: true });

/** A reason or opinion that must be readable years later. */
export const reason = spoken.meta({ description: '理由' });
export const opinion = spoken.optional().meta({ description: '意见' });

/** Returns the texts that somebody wrote with an event. Messages quote them. */
export function spokenIn(payload: z.ZodType | undefined, data: unknown): string | undefined {
  if (!(payload instanceof z.ZodObject)) return undefined;
  const said = (data ?? {}) as Readonly<Record<string, unknown>>;
  const fields = Object.entries(payload.shape).filter(
    ([, field]) =>
      words.get(field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : (field as z.ZodType)) !== undefined,
  );
  return fields.map(([key]) => said[key]).find((value) => typeof value === 'string');
}

/** Documents of the case that belong to an opinion, by their ids. */
export const attachments = z.array(z.uuid()).max(20).optional().meta({ description: '意见所附材料的编号' });

export const yes = z.boolean();

/** The document of a decision by a body that does not log in: 文号 and date. */
export const reference = { number: text(100).meta({ description: '文号' }), date: day };

export const creditCode = z
  .string()
  .regex(
    /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/,
    '统一社会信用代码应为18位：前2位为数字或大写字母，第3至8位为数字，后10位为数字或大写字母，字母不用I、O、S、V、Z',
  )
  .meta({ description: '统一社会信用代码' });

export const company = z.strictObject({ name: text(200), creditCode });

/** One of a few values, each with the words an official reads. */
export const choice = <const T extends Record<string, string>>(labels: T) =>
  z.enum(Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]).meta({ labels });

/**
 * Returns the same form with all fields optional. A field that is not given keeps its value, so defaults are left out.
 */
export function changesOf<Shape extends z.ZodRawShape>(
  form: z.ZodObject<Shape>,
): z.ZodType<Partial<z.infer<z.ZodObject<Shape>>>> {
  const optional = z.strictObject(
    Object.fromEntries(
      Object.entries(form.shape).map(([key, field]) => [
        key,
        (field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : (field as z.ZodType)).optional(),
      ]),
    ),
  );
  // eslint-disable-next-line no-restricted-syntax -- Object.fromEntries forgets which key has which field
  return optional as unknown as z.ZodType<Partial<z.infer<z.ZodObject<Shape>>>>;
}
