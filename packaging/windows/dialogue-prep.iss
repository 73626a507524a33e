; What Inno Setup makes of the folder that PyInstaller made on Windows: see packaging/README.md.
#define Version GetEnv("DIALOGUE_PREP_VERSION")

[Setup]
AppId={{6E2A0C1B-7D0C-4B0B-9B51-6E0F3A4C9D21}
AppName=dialogue-prep
AppVersion={#Version}
DefaultDirName={autopf}\dialogue-prep
DefaultGroupName=dialogue-prep
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=dialogue-prep-{#Version}
SetupIconFile=..\..\build\dialogue_prep\program.ico
UninstallDisplayIcon={app}\dialogue-prep-gui.exe

[Files]
Source: "..\..\dist\dialogue-prep\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\dialogue-prep"; Filename: "{app}\dialogue-prep-gui.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.store\OpenWithProgids"; ValueType: string; ValueName: "dialogue-prep.store"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\dialogue-prep.store"; ValueType: string; ValueName: ""; ValueData: "Store of dialogue-prep"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\dialogue-prep.store\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\dialogue-prep-gui.exe,0"
Root: HKA; Subkey: "Software\Classes\dialogue-prep.store\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\dialogue-prep-gui.exe"" ""%1"""
