import type { Command } from './intent.ts';

/** How each command is written, and what it answers; one line each. */
export const usage: Readonly<Record<Command, { readonly form: string; readonly does: string }>> = {
  status: {
    form: 'status [directory|account|Region|pack]',
    does: 'how things stand since the last run, and how old that is',
  },
  audit: { form: 'audit <directory|account|Region> …', does: 'audits just that now, and answers when it is done' },
  explain: { form: 'explain <rule>', does: 'what a rule asks for, why, and how to mend what it finds' },
  findings: {
    form: 'findings <severity|pack|directory|account|Region|rule> …',
    does: 'what is open there; several names narrow together',
  },
  why: { form: 'why <rule> <subject>', does: 'the facts and the evidence of one verdict' },
  exceptions: { form: 'exceptions [account|Region|rule|pack]', does: 'what is excepted, by whom and until when' },
  coverage: { form: 'coverage [account|Region]', does: 'what could not be read, and the permissions that are missing' },
  help: { form: 'help [command]', does: 'what can be asked' },
};
