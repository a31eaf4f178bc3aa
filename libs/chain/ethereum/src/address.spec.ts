import { parseAddress } from './address';

describe('parseAddress', () => {
  // The test cases of EIP-55.
  it.each([
    '0x52908400098527886E0F7030069857D2E4169EE7',
    '0xde709f2102306220921060314715629080e2fb77',
    '0x27b1fdb04752bbc536007a920d24acb045561c26',
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
    '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
    '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
  ])('accepts %s and makes it lower-case', (text) => {
    expect(parseAddress(text)).toBe(text.toLowerCase());
  });

  it('refuses a mistyped digit that the checksum shows', () => {
    expect(parseAddress('0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAee')).toMatchObject({ code: 'address-checksum' });
  });

  it.each(['', '0x', '52908400098527886E0F7030069857D2E4169EE7', '0x5290840009852788', `0x${'g'.repeat(40)}`])(
    'refuses %p, which is no address',
    (text) => expect(parseAddress(text)).toMatchObject({ code: 'address-malformed' }),
  );
});
