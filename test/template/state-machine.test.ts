import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readTemplate, stageNames, stages, templatePath } from './stages.ts';
import { aslValidator, statelint } from './validators.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const source = read('infra/state-machine.asl.json');
const machines = { StateMachine: source, ChatStateMachine: read('infra/chat-state-machine.asl.json') };

describe('the state machines as they are written', () => {
  test('statelint says nothing of that of audits but what is known', () => {
    expect(statelint(source)).toEqual([
      // Step Functions takes any number up to 100; moto's engine, which runs it in another suite, only one with a point.
      'State Machine.States.Audit.ToleratedFailurePercentage is 100.0 but should be an Integer',
      // Fields of Step Functions' Distributed Map that the language's own specification leaves to the interpreter.
      'Field "Label" not allowed in State Machine.States.Audit',
      'Field "InputType" not allowed in State Machine.States.Audit.ItemReader.ReaderConfig',
    ]);
  });

  test('statelint says nothing of that of questions', () => {
    expect(statelint(machines.ChatStateMachine)).toEqual([]);
  });

  test('statelint refuses a transition to nowhere', () => {
    const broken = source.replace('"Next": "Publish"', '"Next": "Publsh"');
    expect(statelint(broken)).toContain(
      'No state found named "Publsh", referenced at State Machine.States.Audit.ItemProcessor.States.Evaluate.Next',
    );
  });
});

const inPartition = (definition: string, partition: string): string =>
  definition.replaceAll(/\$\{Partition\}/g, partition);

const definitionSchema = z.looseObject({
  Definition: z.looseObject({}),
  DefinitionSubstitutions: z.looseObject({}),
});

const all = stageNames.flatMap((stage) =>
  Object.entries(machines).map(([logicalId, written]) => ({ stage, logicalId, written })),
);

describe.each(all)('$logicalId of the stage $stage', ({ stage, logicalId, written }) => {
  const machine = readTemplate(templatePath(stage)).Resources[logicalId]?.Properties;
  const { Definition, DefinitionSubstitutions } = definitionSchema.parse(machine);
  const placeholders = [...JSON.stringify(Definition).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name ?? '');

  test('is what is written', () => {
    expect(Definition).toEqual(JSON.parse(written));
  });

  test('has a value for every placeholder, and no other', () => {
    expect([...new Set(placeholders)].sort()).toEqual(Object.keys(DefinitionSubstitutions).sort());
  });

  test('is valid to asl-validator in its partition', () => {
    expect(aslValidator(inPartition(JSON.stringify(Definition), stages[stage].partition))).toBe('valid');
  });
});

test('asl-validator refuses a state that is never left', () => {
  const broken = inPartition(source, 'aws').replace('"Next": "Audit"', '"End": true');
  expect(aslValidator(broken)).toContain('Audit');
});
