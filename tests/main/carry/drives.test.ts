import { describe, expect, it } from 'vitest';
import { createFindDrives } from '../../../src/main/carry/drives/find-drives.ts';
import { joinDrives, parseBlockDevices, parseMounts } from '../../../src/main/carry/drives/linux-drives.ts';
import { parseLogicalDisks } from '../../../src/main/carry/drives/windows-drives.ts';

describe('removable drives', () => {
  it('[CA-27] Linux: what is mounted where desktops mount sticks, and removable devices elsewhere', () => {
    const mounts = [
      '/dev/sda1 / ext4 rw 0 0',
      '/dev/sdb1 /media/ha/USB\\040CÔNG\\040VIỆC vfat rw 0 0',
      'tmpfs /run/user/1000 tmpfs rw 0 0',
      '/dev/sdc1 /run/media/ha/KINGSTON exfat rw 0 0',
      '',
    ].join('\n');
    const usual = parseMounts(mounts);
    expect(usual.map(({ path }) => path)).toEqual(['/media/ha/USB CÔNG VIỆC', '/run/media/ha/KINGSTON']);
    expect(usual).toHaveLength(2);
    const devices = parseBlockDevices(
      JSON.stringify({
        blockdevices: [
          { label: null, rm: false, hotplug: false, mountpoints: ['/'] },
          {
            label: null,
            rm: false,
            hotplug: true,
            mountpoints: [null],
            children: [
              { label: 'KINGSTON', rm: false, hotplug: false, mountpoints: ['/run/media/ha/KINGSTON'] },
              { label: null, rm: false, hotplug: false, mountpoints: ['/mnt/the', null] },
            ],
          },
          { label: 'SWAP', rm: true, hotplug: true, mountpoints: ['[SWAP]'] },
        ],
      }),
    );
    expect(
      joinDrives(usual, devices)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(expect.arrayContaining(['KINGSTON', 'the']));
    expect(joinDrives(usual, devices)).toHaveLength(3);
    for (const odd of ['', 'lsblk: not found', '{}', '{"blockdevices":[{"rm":"1"}]}'])
      expect(parseBlockDevices(odd)).toEqual([]);
  });

  it('[CA-27] Windows: one, several, none, and what is no list', () => {
    expect(parseLogicalDisks('{"DeviceID":"E:","VolumeName":"KINGSTON"}')).toEqual([
      { path: 'E:\\', name: 'KINGSTON (E:)' },
    ]);
    expect(
      parseLogicalDisks('[{"DeviceID":"E:","VolumeName":""},{"DeviceID":"F:","VolumeName":null}]'),
    ).toEqual([
      { path: 'E:\\', name: 'E:' },
      { path: 'F:\\', name: 'F:' },
    ]);
    for (const odd of ['', ' \r\n', 'Get-CimInstance : …', '[{"DeviceID":"\\\\\\\\server"}]', '3'])
      expect(parseLogicalDisks(odd)).toEqual([]);
  });

  it('[CA-27] asking this machine never throws', async () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const)
      expect(Array.isArray(await createFindDrives(platform)())).toBe(true);
  });
});
