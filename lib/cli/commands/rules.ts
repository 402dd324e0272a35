import type { Command } from 'commander';
import { subjectTypes } from '../../model/subject.ts';
import type { CliIo } from '../io.ts';
import { addOutputOptions, addRuleOptions } from '../report-options.ts';
import { listRules } from './rules-list.ts';
import { newRule } from './rules-new.ts';
import { listParameters } from './rules-parameters.ts';
import { showRule } from './rules-show.ts';
import { testRules } from './rules-test.ts';
import { validateRules } from './rules-validate.ts';
import type { Finish } from './snapshot.ts';

type Options = Record<string, unknown>;

const simple = ['table', 'json'];

/** Registers `rules list|show|parameters|validate|test|new`. */
export function registerRules(program: Command, io: CliIo, finish: Finish): void {
  const rules = program.command('rules').description('the rules, their sources, and the checks on packs');
  addRuleOptions(addOutputOptions(rules.command('list'), simple))
    .description('every rule in force, with its base severity')
    .action(async (options: Options) => await listRules(options, io));
  addRuleOptions(addOutputOptions(rules.command('parameters'), simple))
    .description('what packs let you set, with the value in force')
    .action(async (options: Options) => await listParameters(options, io));
  addOutputOptions(rules.command('show'), simple)
    .description('one rule: what it checks, on whose word, how to mend it, and its examples')
    .argument('<id>', 'id of the rule')
    .option('--rules-dir <dir>', 'directory of custom rule packs')
    .action(async (id: string, options: Options) => await showRule(id, options, io));
  rules
    .command('validate')
    .description('check rule packs and say what is wrong, with file and JSON path')
    .argument('<file...>', 'rule packs')
    .action(async (files: string[]) => await validateRules(files, io));
  rules
    .command('test')
    .description('run the examples in rules as tests; exit status 1 when one fails')
    .argument('[file...]', 'rule packs (default: the built-in ones)')
    .action(async (files: string[]) => finish(await testRules(files, io)));
  rules
    .command('new')
    .description('write a pack of your own with one rule, its examples and a test, to start from')
    .argument('<pack-id>', 'id of the new pack, such as our-desktops')
    .option('--dir <dir>', 'folder of custom rule packs', 'our-rules')
    .option('--subject <kind>', `what the rule is about: ${subjectTypes.join(', ')}`, 'workspace')
    .option('--rule <id>', 'id of the rule (default: the pack and what the rule asks for)')
    .action(async (packId: string, options: Options) => await newRule(packId, options, io));
}
