import * as official from 'adaptivecards';

/** What Microsoft's own library has against a card, as of version 1.4; nothing for a valid one. */
export function complaintsAbout(card: unknown): readonly string[] {
  const parsed = new official.AdaptiveCard();
  const context = new official.SerializationContext(official.Versions.v1_4);
  parsed.parse(card, context);
  const whileParsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const afterwards = parsed.validateProperties().validationEvents.map(({ message }) => message);
  return [...whileParsing, ...afterwards];
}
