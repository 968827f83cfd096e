import { networkInterfaces } from 'node:os';
import Bonjour from 'bonjour-service';
import { describe, expect, it } from 'vitest';
import {
  listenForScanners,
  parseAnnounced,
} from '../../../../src/main/scanners/escl/program/announced-scanners.ts';

const service = (more: object = {}) => ({
  name: 'Brother MFC-L5700DN',
  type: 'uscan',
  port: 80,
  addresses: ['fe80::1', '192.168.1.50'],
  txt: { rs: 'eSCL', ty: 'Brother MFC-L5700DN series', uuid: 'E3248000-80CE-11DB-8000-3C2AF4AABBCC' },
  ...more,
});

describe('what a scanner announces of itself', () => {
  it('is where to ask', () => {
    expect(parseAnnounced(service())).toEqual({
      name: 'Brother MFC-L5700DN',
      uuid: 'e3248000-80ce-11db-8000-3c2af4aabbcc',
      base: new URL('http://192.168.1.50/eSCL/'),
    });
    expect(parseAnnounced(service({ type: 'uscans', port: 443, txt: {} }))?.base.href).toBe(
      'https://192.168.1.50/eSCL/',
    );
    expect(parseAnnounced(service({ port: 8080, txt: { rs: '/scan/eSCL/' } }))?.base.href).toBe(
      'http://192.168.1.50:8080/scan/eSCL/',
    );
    expect(parseAnnounced(service({ txt: { rs: '' }, addresses: ['fd00::7'] }))?.base.href).toBe(
      'http://[fd00::7]/eSCL/',
    );
  });

  it('cannot send the desk elsewhere', () => {
    expect(parseAnnounced(service({ addresses: [] }))).toBe(null);
    expect(parseAnnounced(service({ addresses: ['fe80::1'] }))).toBe(null);
    expect(parseAnnounced(service({ txt: { rs: '../../..//evil.example/@x' } }))?.base.host).toBe(
      '192.168.1.50',
    );
    expect(parseAnnounced(service({ txt: { rs: { not: 'text' } } }))?.base.href).toBe(
      'http://192.168.1.50/eSCL/',
    );
  });
});

const multicasts = Object.values(networkInterfaces()).some((each) => each?.some(({ internal }) => !internal));

describe.runIf(multicasts)('mDNS, for real', () => {
  it('hears a scanner that another in this network announces', async () => {
    const announcing = new Bonjour();
    const announced = announcing.publish({
      name: `Practice ${process.pid}`,
      type: 'uscan',
      port: 8099,
      txt: { rs: 'eSCL', UUID: 'abc', ty: 'Practice' },
    });
    const listening = listenForScanners((said) => console.error(said));
    await expect
      .poll(() => listening.current().find(({ name }) => name === `Practice ${process.pid}`), {
        timeout: 8000,
      })
      .toMatchObject({ uuid: 'abc' });
    await new Promise<void>((resolve) => announced.stop?.(() => resolve()));
    announcing.destroy();
  });
});
