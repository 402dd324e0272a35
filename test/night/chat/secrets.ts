import { randomBytes } from 'node:crypto';
import { CreateSecretCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { ownKeys } from '../../moto/clients.ts';
import { required } from '../../moto/required.ts';
import { motoUrl } from '../../moto/settings.ts';
import { channel, workspace } from './slack.ts';
import { teamsChannel, tenant } from './teams.ts';

const configuration = { endpoint: motoUrl, region: 'us-east-1', credentials: ownKeys };
const ssm = new SSMClient(configuration);
const secretsManager = new SecretsManagerClient(configuration);

const signingSecretName = '/wsaudit/slack/signing-secret';
const membersName = 'wsaudit/chat';
const newBotToken = (): string => `xoxb-${randomBytes(12).toString('hex')}`;

/** What platforms and the deployment know, and no log may show. */
export interface ChatSecrets {
  signingSecret: string;
  botToken: string;
  readonly securityToken: string;
  readonly workflowUrl: string;
  /** Each value that there was. */
  readonly all: string[];
}

export function makeSecrets(): ChatSecrets {
  const signingSecret = randomBytes(16).toString('hex');
  const botToken = newBotToken();
  const securityToken = randomBytes(32).toString('base64');
  const signature = randomBytes(16).toString('hex');
  const workflowUrl = `https://prod-00.westus.logic.azure.com/workflows/night/triggers/manual/paths/invoke?sig=${signature}`;
  const all = [signingSecret, botToken, securityToken, signature];
  return { signingSecret, botToken, securityToken, workflowUrl, all };
}

/**
 * Stores the secrets: one as a parameter, one as a secret of its own, two as members of a secret.
 *
 * @returns the environment variable CHAT that refers to them
 */
export async function storeSecrets(secrets: ChatSecrets): Promise<string> {
  const { botToken, securityToken, workflowUrl } = secrets;
  await putSigningSecret(secrets.signingSecret);
  const members = await createSecret(membersName, JSON.stringify({ botToken, workflowUrl }));
  return JSON.stringify({
    slack: {
      signingSecret: `ssm:${signingSecretName}`,
      botToken: `${members}#botToken`,
      ...{ workspaces: [workspace], channels: [channel] },
    },
    teams: {
      securityToken: await createSecret('wsaudit/teams', securityToken),
      workflowUrl: `${members}#workflowUrl`,
      ...{ tenants: [tenant], channels: [teamsChannel] },
    },
  });
}

/** As whoever pressed "Regenerate" on Slack's page does. @returns the secret that no more holds */
export async function rotateSigningSecret(secrets: ChatSecrets): Promise<string> {
  const old = secrets.signingSecret;
  secrets.signingSecret = randomBytes(16).toString('hex');
  secrets.all.push(secrets.signingSecret);
  await putSigningSecret(secrets.signingSecret);
  return old;
}

/** The same for the bot token. @returns the token that no more holds */
export async function rotateBotToken(secrets: ChatSecrets): Promise<string> {
  const { botToken: old, workflowUrl } = secrets;
  secrets.botToken = newBotToken();
  secrets.all.push(secrets.botToken);
  const SecretString = JSON.stringify({ botToken: secrets.botToken, workflowUrl });
  await secretsManager.send(new PutSecretValueCommand({ SecretId: membersName, SecretString }));
  return old;
}

async function putSigningSecret(Value: string): Promise<void> {
  await ssm.send(new PutParameterCommand({ Name: signingSecretName, Value, Type: 'SecureString', Overwrite: true }));
}

async function createSecret(Name: string, SecretString: string): Promise<string> {
  const { ARN } = await secretsManager.send(new CreateSecretCommand({ Name, SecretString }));
  return required(ARN, 'ARN');
}
