# Scanners by Windows Image Acquisition (WIA 2.0), through its automation objects. Started by wia-driver.ts:
#   scan-wia.ps1 -List
#   scan-wia.ps1 -Device ID -Source flatbed|feeder|feeder-duplex -Colour colour|grey -Dpi N -WidthMm N -HeightMm N -Folder PATH
# Says one JSON object a line on stdout: device, page (name of a whole file in the folder), fault (an HRESULT), done.
# No dialog is ever shown: Device.Items and Transfer only.
# Written to Microsoft's documentation of the WIA properties; not yet run on Windows.
param(
  [switch]$List,
  [string]$Device,
  [string]$Source = 'flatbed',
  [string]$Colour = 'colour',
  [int]$Dpi = 200,
  [double]$WidthMm = 210,
  [double]$HeightMm = 297,
  [string]$Folder
)
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false

$SCANNER = 1                 # WiaDeviceType
$BMP = '{B96B3CAB-0728-11D3-9D7B-0000F81EF32E}'   # the one format that every driver has
$FEEDER = 1; $FLATBED = 2; $DUPLEX = 4            # WIA_DPS_DOCUMENT_HANDLING_SELECT, _CAPABILITIES
$CAPABILITIES = 3086; $SELECT = 3088; $PAGES = 3096
$INTENT = 6146; $DPI_X = 6147; $DPI_Y = 6148; $LEFT = 6149; $TOP = 6150; $WIDTH = 6151; $HEIGHT = 6152
$INTENT_COLOUR = 1; $INTENT_GREY = 2
$PAPER_EMPTY = 0x80210003

function Say($what) { [Console]::Out.WriteLine((ConvertTo-Json -InputObject $what -Compress -Depth 4)) }
function Find-Property($owner, $id) {
  foreach ($property in $owner.Properties) { if ($property.PropertyID -eq $id) { return $property } }
  return $null
}
function Set-Property($owner, $id, $value) {
  $property = Find-Property $owner $id
  if ($null -eq $property -or $property.IsReadOnly) { return }
  # SubType 1 is a range: what is outside of it would be refused
  if ($property.SubType -eq 1) {
    $value = [Math]::Min([Math]::Max($value, $property.SubTypeMin), $property.SubTypeMax)
  }
  $property.Value = $value
}
# The HRESULT of the driver, however deep PowerShell has wrapped it.
function Get-HResult($record) {
  $thrown = $record.Exception
  while ($null -ne $thrown.InnerException) { $thrown = $thrown.InnerException }
  return ('0x{0:X8}' -f $thrown.HResult)
}

try {
  $manager = New-Object -ComObject WIA.DeviceManager
  if ($List) {
    foreach ($info in $manager.DeviceInfos) {
      if ($info.Type -ne $SCANNER) { continue }
      $found = @{ type = 'device'; id = $info.DeviceID; name = $info.Properties.Item('Name').Value; able = 0; dpi = @(); widthMm = 0; heightMm = 0 }
      try {
        $opened = $info.Connect()
        $able = Find-Property $opened $CAPABILITIES
        if ($null -ne $able) { $found.able = [int]$able.Value }
        $item = $opened.Items.Item(1)
        $resolution = Find-Property $item $DPI_X
        # SubType 1: a range, 2: a list
        if ($null -ne $resolution -and $resolution.SubType -eq 2) { $found.dpi = @($resolution.SubTypeValues | ForEach-Object { [int]$_ }) }
        elseif ($null -ne $resolution -and $resolution.SubType -eq 1) { $found.least = [int]$resolution.SubTypeMin; $found.most = [int]$resolution.SubTypeMax }
        # The bed, in thousandths of an inch
        $bedWidth = Find-Property $opened 3074; $bedHeight = Find-Property $opened 3075
        if ($null -ne $bedWidth) { $found.widthMm = [Math]::Round($bedWidth.Value * 0.0254, 1) }
        if ($null -ne $bedHeight) { $found.heightMm = [Math]::Round($bedHeight.Value * 0.0254, 1) }
      } catch { $found.fault = Get-HResult $_ }
      Say $found
    }
    Say @{ type = 'done' }
    exit 0
  }

  $info = $null
  foreach ($each in $manager.DeviceInfos) { if ($each.DeviceID -eq $Device) { $info = $each } }
  if ($null -eq $info) { Say @{ type = 'fault'; hresult = '0x80210005'; pages = 0 }; exit 1 }
  $opened = $info.Connect()
  $select = switch ($Source) { 'feeder' { $FEEDER } 'feeder-duplex' { $FEEDER -bor $DUPLEX } default { $FLATBED } }
  Set-Property $opened $SELECT $select
  # 1: a page a transfer; the loop below asks until the feeder is empty
  Set-Property $opened $PAGES 1
  $item = $opened.Items.Item(1)
  if ($Colour -eq 'grey') { Set-Property $item $INTENT $INTENT_GREY } else { Set-Property $item $INTENT $INTENT_COLOUR }
  Set-Property $item $DPI_X $Dpi
  Set-Property $item $DPI_Y $Dpi
  Set-Property $item $LEFT 0
  Set-Property $item $TOP 0
  Set-Property $item $WIDTH ([int][Math]::Floor($WidthMm / 25.4 * $Dpi))
  Set-Property $item $HEIGHT ([int][Math]::Floor($HeightMm / 25.4 * $Dpi))

  $pages = 0
  while ($true) {
    try { $image = $item.Transfer($BMP) } catch {
      $code = Get-HResult $_
      if ($pages -gt 0 -and $code -eq ('0x{0:X8}' -f $PAPER_EMPTY)) { break }
      Say @{ type = 'fault'; hresult = $code; pages = $pages }
      exit 1
    }
    # A BMP is no page's form here: Windows' own encoder makes a TIFF without loss.
    $process = New-Object -ComObject WIA.ImageProcess
    $process.Filters.Add($process.FilterInfos.Item('Convert').FilterID)
    $process.Filters.Item(1).Properties.Item('FormatID').Value = '{B96B3CB1-0728-11D3-9D7B-0000F81EF32E}'
    $process.Filters.Item(1).Properties.Item('Compression').Value = 'LZW'
    $image = $process.Apply($image)
    $pages++
    $name = 'page-{0:D4}.tiff' -f $pages
    $path = Join-Path $Folder $name
    # Whole or not there: its name comes last.
    $image.SaveFile("$path.part")
    Move-Item -LiteralPath "$path.part" -Destination $path
    Say @{ type = 'page'; file = $name }
    if ($Source -eq 'flatbed') { break }
  }
  Say @{ type = 'done' }
  exit 0
} catch {
  Say @{ type = 'fault'; hresult = (Get-HResult $_); pages = 0 }
  exit 1
}
