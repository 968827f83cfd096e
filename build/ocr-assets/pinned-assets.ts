/** One file that reading needs at run time: where it comes from, its name under `ocr/`, and what it must be. */
export type PinnedAsset = { readonly name: string; readonly from: string; readonly sha256: string };

/**
 * Everything that reading may load – tesseract.js 7.0.0, zxing-wasm 3.1.4 – by SHA-256. The worker itself picks the core:
 * `-lstm` for reading, the full one for finding the orientation; relaxed SIMD, SIMD or plain, whichever the processor
 * has. A package update changes these sums on purpose: new ones are written here only after the pages were read again and
 * compared.
 */
export const pinnedAssets: readonly PinnedAsset[] = [
  {
    name: 'vie.traineddata',
    from: 'build/ocr-assets/vie.traineddata',
    sha256: '79df64caf7bcfb2a27df5042ecb6121e196eada34da774956995747636d5bfa1',
  },
  {
    name: 'tones.model',
    from: 'build/ocr-assets/tones.model',
    sha256: '284193c7e194b754970831a51503362e7f3b1e3538b757e63cb6a71fc1b9453e',
  },
  {
    name: 'osd.traineddata.gz',
    from: 'node_modules/@tesseract.js-data/osd/4.0.0/osd.traineddata.gz',
    sha256: 'd1c9e6aad4f23167d0bb88a35e496596774b536cf85c190d3a0fa5cab48bbdfd',
  },
  {
    name: 'eng.traineddata.gz',
    from: 'node_modules/@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz',
    sha256: '45b4cb346724ac1774f1c36f42f182b887bcdb28ebe63e6fff90ac41f3fcff91',
  },
  {
    name: 'worker.min.js',
    from: 'node_modules/tesseract.js/dist/worker.min.js',
    sha256: '576b7df7e3393e137e51849357c9adb53fe7ac1bb69bfa06cf3d61520f182c6d',
  },
  {
    name: 'zxing_reader.wasm',
    from: 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm',
    sha256: 'e8af31edb56d0522f4de74495839385ef019ba8bc90d38e5ecb2f18795d86fb2',
  },
  core(
    'tesseract-core-relaxedsimd-lstm.wasm.js',
    '861a536cf9ef8e63cb644d57bab39c388f37f7d6b6f60024b741c5f6b39a59b3',
  ),
  core(
    'tesseract-core-simd-lstm.wasm.js',
    'c58b46a4c796c0b8afccf77591d5b875b6896b45d402bbce8caa6f5362447b38',
  ),
  core('tesseract-core-lstm.wasm.js', 'eef5f8b2f8e20e150680b20adaec4a60babafee3adbe8a94583c81fee46e8680'),
  core(
    'tesseract-core-relaxedsimd.wasm.js',
    '843074aa5bad1cc6421b74a86201768ced9f244795e4d81435435a61a40ce535',
  ),
  core('tesseract-core-simd.wasm.js', '6b61ef4e911b5cf57e656bbfe983d6e2b3711a02dd164154ddda064566e8e09d'),
  core('tesseract-core.wasm.js', '0bc6ce3e5fbbd0cd89706cf2fd70960e3372f4f01ee24265b26990808aaeb286'),
];

function core(name: string, sha256: string): PinnedAsset {
  return { name, from: `node_modules/tesseract.js-core/${name}`, sha256 };
}
