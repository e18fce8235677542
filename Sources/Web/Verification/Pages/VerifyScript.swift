/// The script of the page with the form: reads QR codes with the camera, where the browser has both.
///
/// Without it the page does everything else. It asks nobody for anything: what it reads goes into the form.
enum VerifyScript {
    /// Where it is served.
    static let path = "verify/scan.js"

    static let text = """
        (() => {
          'use strict';
          const form = document.getElementById('verify'), field = document.getElementById('credential');
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

          BarcodeDetector.getSupportedFormats().then(formats => {
            if (formats.includes('qr_code')) open.hidden = false;
          });
        })();

        """
}
