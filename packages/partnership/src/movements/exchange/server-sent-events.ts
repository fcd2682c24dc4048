/**
 * The names of events as they arrive in a stream of server-sent events; what they say beside is not looked at.
 *
 * @param onSign - called at each sign of life, heartbeats too.
 */
export async function* serverSentEvents(stream: AsyncIterable<Uint8Array>, onSign: () => void): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let event = '';
  for await (const chunk of stream) {
    onSign();
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r/);
    rest = lines.pop()!;
    for (const line of lines) {
      if (line.startsWith('event:')) event = line.slice('event:'.length).trim();
      if (line !== '' || event === '') continue;
      yield event;
      event = '';
    }
  }
}
