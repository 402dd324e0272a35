/** What run.ts says to the suite through the environment. */
const setting = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the suite with "npm run test:moto"`);
  return value;
};

export const motoUrl = setting('MOTO_URL');

/** Python of the virtual environment, with botocore. */
export const motoPython = setting('MOTO_PYTHON');
