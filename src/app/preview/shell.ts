/** The preview’s page, before its script fills it. */
export const shellPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Lectern</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="client.css">
<script type="module" src="client.js"></script>
</head>
<body>
</body>
</html>
`
