import type { WorkspaceDirectory } from '@aws-sdk/client-workspaces';

/** What directories say of how users sign in, and the reads that follow ask for. */
export class NamedIdentity {
  hasDirectories = false;
  /** Whether users of some directory sign in with SAML 2.0. */
  hasSamlDirectories = false;
  /** Private CAs of certificate-based authentication. */
  readonly certificateAuthorityArns = new Set<string>();
  /** Secrets with applications of Microsoft Entra ID. */
  readonly secretArns = new Set<string>();
  /** Keys of those secrets: by ARN, id or alias, as the secret names them. */
  readonly secretKeyIds = new Set<string>();
  /** Instances of IAM Identity Center, and what directories are in them. */
  readonly instanceArns = new Set<string>();
  readonly applicationArns = new Set<string>();

  /** Directories on their way out are not judged by how users signed in. */
  directory({ State, SamlProperties, ...directory }: WorkspaceDirectory): void {
    if (/^DEREGISTER(ING|ED)$/.test(State ?? '')) return;
    this.hasDirectories = true;
    if ((SamlProperties?.Status ?? 'DISABLED') !== 'DISABLED') this.hasSamlDirectories = true;
    add(this.certificateAuthorityArns, directory.CertificateBasedAuthProperties?.CertificateAuthorityArn);
    add(this.secretArns, directory.MicrosoftEntraConfig?.ApplicationConfigSecretArn);
    add(this.instanceArns, directory.IDCConfig?.InstanceArn);
    add(this.applicationArns, directory.IDCConfig?.ApplicationArn);
  }
}

function add(names: Set<string>, name: string | undefined): void {
  if (name !== undefined && name !== '') names.add(name);
}
