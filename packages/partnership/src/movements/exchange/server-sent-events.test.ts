import { serverSentEvents } from './server-sent-events';

async function* inChunks(...chunks: string[]) {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

describe('server-sent events', () => {
  it('are read wherever the stream is divided, and a heartbeat is a sign of life', async () => {
    let signs = 0;
    const chunks = inChunks(
      'event: op',
      'en\ndata: {}\n',
      '\n: heartbeat\n\nevent:movement\r\ndata: {}\r\n\r',
      '\nevent: cut',
    );
    const events = [];
    for await (const event of serverSentEvents(chunks, () => signs++)) events.push(event);
    expect(events).toEqual(['open', 'movement']);
    expect(signs).toBe(4);
  });
});
