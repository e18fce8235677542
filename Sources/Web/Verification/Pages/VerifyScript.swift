/// The script of the page with the form: reads QR codes with the camera and in pictures, where the browser can.
///
/// Without it the page does everything else. It asks nobody for anything: what it reads goes into the form.
enum VerifyScript {
    /// Where it is served.
    static let path = "verify/scan.js"

    static let text = """
        (() => {
          'use strict';
          const form = document.getElementById('verify'), field = document.getElementById('credential');
          const file = document.getElementById('file'), told = document.getElementById('file-state');
          const reads = 'BarcodeDetector' in window
            ? BarcodeDetector.getSupportedFormats().then(formats => formats.includes('qr_code'), () => false)
            : Promise.resolve(false);
          const instead = ' Paste the link below the code instead, or scan it with a camera.';

          // A badge holds its credential, which the server reads.
          const isBadge = async picture =>
            new TextDecoder('latin1').decode(await picture.arrayBuffer()).includes('openbadgecredential');

          const readPicture = async picture => {
            if (!await reads) return 'This browser cannot read codes in pictures.' + instead;
            let codes = [];
            try {
              codes = await new BarcodeDetector({formats: ['qr_code']}).detect(await createImageBitmap(picture));
            } catch {
              return 'The picture cannot be read.' + instead;
            }
            const texts = new Set(codes.map(code => code.rawValue));
            if (texts.size === 0) return 'There is no QR code in the picture that can be read.' + instead;
            if (texts.size > 1) return 'There are several QR codes in the picture. Choose one that shows a single code.';
            if (file.files[0] !== picture) return '';
            field.value = codes[0].rawValue;
            file.value = '';
            form.requestSubmit();
            return 'A code was read in the picture.';
          };

          if (file) file.addEventListener('change', async () => {
            const picture = file.files[0];
            told.textContent = '';
            if (!picture || !['image/png', 'image/jpeg'].includes(picture.type) || await isBadge(picture)) return;
            told.textContent = 'Looking for a code in the picture.';
            told.textContent = await readPicture(picture);
          });

          const open = document.getElementById('scan'), stage = document.getElementById('stage');
          const video = document.getElementById('video'), stop = document.getElementById('stop');
          const state = document.getElementById('scan-state');
          if (!open || !('BarcodeDetector' in window) || !navigator.mediaDevices) return;
          let stream = null;

          const close = message => {
            if (stream) stream.getTracks().forEach(track => track.stop());
            stream = null;
            video.srcObject = null;
            stage.hidden = true;
            open.hidden = false;
            state.textContent = message;
          };

          const read = async detector => {
            while (stream) {
              const codes = await detector.detect(video).catch(() => []);
              if (stream && codes.length > 0) {
                field.value = codes[0].rawValue;
                close('A code was read.');
                form.requestSubmit();
                return;
              }
              await new Promise(resolve => setTimeout(resolve, 200));
            }
          };

          open.addEventListener('click', async () => {
            state.textContent = '';
            try {
              stream = await navigator.mediaDevices.getUserMedia({video: {facingMode: 'environment'}});
            } catch {
              close('The camera cannot be used. Paste the link below the code instead, or choose a file.');
              return;
            }
            video.srcObject = stream;
            stage.hidden = false;
            open.hidden = true;
            stop.focus();
            video.play().catch(() => {});
            await read(new BarcodeDetector({formats: ['qr_code']}));
          });
          stop.addEventListener('click', () => { close(''); open.focus(); });

          reads.then(can => { open.hidden = !can; });
        })();

        """
}
