export { refusalOf, type TeamsAllowed } from './access.ts';
export { type AdaptiveCard, adaptiveCard, mostCardBytes } from './card.ts';
export { freshForMilliseconds, isFresh } from './freshness.ts';
export { isWorkflowUrl } from './hosts.ts';
export { type TeamsAnswer, teamsAnswer, teamsNote, type WorkflowMessage, workflowMessage } from './message.ts';
export { readTeamsActivity, type TeamsQuestion } from './request.ts';
export { SecurityTokenError, verifyTeamsSignature } from './signature.ts';
