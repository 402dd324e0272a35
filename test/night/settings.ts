/** What run.ts says to the suite through the environment. */
const setting = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the suite with "node test/night/run.ts"`);
  return value;
};

/** Where moto takes its own port to be; the suite listens there and passes on to moto what is not meant for it. */
export const routerPort = Number(setting('NIGHT_PORT'));

/** The programs of the Lambda Runtime Interface Emulator and Client. */
export const emulatorProgram = setting('NIGHT_EMULATOR');
export const interfaceClientModule = setting('NIGHT_INTERFACE_CLIENT');

/** How often `bench/acknowledge.ts` starts each function cold. */
export const coldStarts = Number(process.env.NIGHT_COLD_STARTS ?? 20);
