/** Protocol, first and last port, as the reference tables have them. */
type Port = readonly (string | number)[];

export const portOf = ([protocol, from, to]: Port) => ({
  protocol: String(protocol),
  from: Number(from),
  to: Number(to),
});
export const formatPort = ({ protocol, from, to }: { protocol: string; from: number; to: number }) =>
  `${protocol} ${from === to ? from : `${from}-${to}`}`;
