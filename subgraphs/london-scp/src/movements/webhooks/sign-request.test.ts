import { createPrivateKey, sign } from 'node:crypto';
import { signatureBase } from './sign-request';

/** RFC 9421, B.2.6, with the key of B.1.4. */
it('what is signed is what RFC 9421 says', () => {
  const base = signatureBase(
    [
      ['date', 'Tue, 20 Apr 2021 02:07:55 GMT'],
      ['@method', 'POST'],
      ['@path', '/foo'],
      ['@authority', 'example.com'],
      ['content-type', 'application/json'],
      ['content-length', '18'],
    ],
    ';created=1618884473;keyid="test-key-ed25519"',
  );
  const key = {
    ...{ kty: 'OKP', crv: 'Ed25519', x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs' },
    d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU',
  };
  const signature = sign(null, Buffer.from(base), createPrivateKey({ key, format: 'jwk' }));
  expect(signature.toString('base64')).toBe(
    'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==',
  );
});
