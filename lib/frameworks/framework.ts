import { InputError } from '../model/errors.ts';
import { suggestion } from '../model/nearest.ts';
import { readFrameworks, readMapping, readTitles } from './read.ts';
import type { Source } from './schema.ts';

export interface FrameworkControl {
  readonly id: string;
  readonly title: string;
  /** Whether the sources agree that the framework holds it. */
  readonly verified: boolean;
  readonly note: string | null;
}

/** A framework with all controls that it holds, those of its base too. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly source: Source;
  /** What it asks for that is not among the controls. */
  readonly unlisted: readonly string[];
  /** In the order of the catalog: family, number, enhancement. */
  readonly controls: readonly FrameworkControl[];
}

/** What `--framework` takes. */
export const frameworkIds = (): string[] => readFrameworks().map(({ id }) => id);

/** @throws InputError (`usage`) for an unknown id, with the nearest known one */
export function findFramework(id: string): Framework {
  const files = readFrameworks();
  const file = files.find((each) => each.id === id);
  if (file === undefined) {
    const ids = files.map((each) => each.id);
    throw new InputError('usage', {
      place: `--framework ${id}`,
      found: `no framework is named "${id}"${suggestion(id, ids)}`,
      mend: `Known: ${ids.join(', ')}.`,
    });
  }
  const titles = readTitles();
  const own = file.controls === 'mapped' ? readMapping().map((control) => control.id) : (file.controls ?? []);
  const base = file.base === undefined ? [] : findFramework(file.base).controls;
  const controls = [
    ...base,
    ...own.map((each) => ({ id: each, title: titles[each] ?? '', verified: true, note: null })),
    ...file.adds.map((each) => ({ ...each, title: titles[each.id] ?? '', note: each.note ?? null })),
  ];
  const { title, source, unlisted } = file;
  return { id, title, source, unlisted, controls: controls.sort((a, b) => compareControls(a.id, b.id)) };
}

/** Family, number, enhancement: AC-2, AC-2(3), AC-10. */
export function compareControls(a: string, b: string): number {
  const [first, second] = [parts(a), parts(b)];
  return a.slice(0, 2) === b.slice(0, 2)
    ? first.number - second.number || first.enhancement - second.enhancement
    : a.slice(0, 2) < b.slice(0, 2)
      ? -1
      : 1;
}

const parts = (id: string) => {
  const [number = 0, enhancement = 0] = (id.match(/\d+/g) ?? []).map(Number);
  return { number, enhancement };
};
