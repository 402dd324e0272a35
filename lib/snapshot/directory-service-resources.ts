import * as z from 'zod';
import { flag, number, part, shape, text, texts } from './members.ts';

/* The raw shapes of AWS Directory Service; see members.ts. */

const directoryVpc = part({ VpcId: text, SubnetIds: texts, SecurityGroupId: text, AvailabilityZones: texts });

const radiusSettings = part({
  RadiusServers: texts,
  RadiusServersIpv6: texts,
  RadiusPort: number,
  RadiusTimeout: number,
  RadiusRetries: number,
  AuthenticationProtocol: text,
});

export const directoryDescription = shape({
  DirectoryId: z.string(),
  Name: text,
  ShortName: text,
  Type: text,
  Stage: text,
  StageReason: text,
  Edition: text,
  LaunchTime: text,
  SsoEnabled: flag,
  DnsIpAddrs: texts,
  RadiusStatus: text,
  RadiusSettings: radiusSettings,
  RegionsInfo: part({ PrimaryRegion: text, AdditionalRegions: texts }),
  OwnerDirectoryDescription: part({
    DirectoryId: text,
    AccountId: text,
    RadiusStatus: text,
    RadiusSettings: radiusSettings,
    VpcSettings: part({ VpcId: text }),
  }),
  VpcSettings: directoryVpc,
  ConnectSettings: part({
    VpcId: text,
    SubnetIds: texts,
    SecurityGroupId: text,
    ConnectIps: texts,
    CustomerUserName: text,
    AvailabilityZones: texts,
  }),
});

export const domainController = shape({
  DirectoryId: z.string(),
  DomainControllerId: z.string(),
  DnsIpAddr: text,
  SubnetId: text,
  AvailabilityZone: text,
  Status: text,
});

export const trust = shape({
  DirectoryId: z.string(),
  TrustId: z.string(),
  RemoteDomainName: text,
  TrustType: text,
  TrustDirection: text,
  TrustState: text,
});

export const clientAuthenticationSetting = shape({ DirectoryId: z.string(), Type: z.string(), Status: text });

export const directoryCertificate = shape({
  DirectoryId: z.string(),
  CertificateId: z.string(),
  Type: text,
  State: text,
  CommonName: text,
  ExpiryDateTime: text,
  ClientCertAuthSettings: part({ OCSPUrl: text }),
});

export type DirectoryDescription = z.infer<typeof directoryDescription>;
export type DomainController = z.infer<typeof domainController>;
export type Trust = z.infer<typeof trust>;
export type ClientAuthenticationSetting = z.infer<typeof clientAuthenticationSetting>;
export type DirectoryCertificate = z.infer<typeof directoryCertificate>;
