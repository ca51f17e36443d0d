using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

/// Prepares the dependencies that the SDK and NuGet do not provide, and reports each action in one line.
public class Setup
{
    private const long FirstRunDiskBytes = 4L << 30;
    private const long LaterRunDiskBytes = 256L << 20;
    private const string TorchSharpLibrary = "libLibTorchSharp.so";

    private static readonly string[] Browsers = { "chromium", "chromium-browser", "google-chrome" };

    // NuGet: package not found; version not found; no version within the bounds.
    private static readonly string[] MissingPackageErrors = { "NU1101", "NU1102", "NU1103" };

    private readonly ICakeContext context;
    private readonly string artifacts;

    public Setup(ICakeContext context)
    {
        this.context = context;
        artifacts = context.MakeAbsolute(context.Directory("artifacts")).FullPath;
    }

    /// Stops early if the disk has too little space for a build.
    public void CheckDisk()
    {
        System.IO.Directory.CreateDirectory(artifacts);
        var free = new System.IO.DriveInfo(artifacts).AvailableFreeSpace;
        var needed = System.IO.File.Exists(System.IO.Path.Combine(artifacts, "bin", "latent")) ? LaterRunDiskBytes : FirstRunDiskBytes;
        if (free < needed)
            Stop($"The disk of {artifacts} has {free >> 20} MiB free, but packages and build need {needed >> 20} MiB. Fix: free disk space, then run ./build.sh again.");
    }

    /// Checks once per version whether the registry has Verify.Xunit and its dependencies; Directory.Build.targets reads the result.
    public void ChooseVerify()
    {
        var file = System.IO.Path.Combine(artifacts, "verify.props");
        var version = VersionOf("Verify.Xunit");
        if (System.IO.File.Exists(file) && System.IO.File.ReadAllText(file).Contains($"<!-- {version} -->"))
            return;

        var folder = System.IO.Path.Combine(artifacts, "probe");
        System.IO.Directory.CreateDirectory(folder);
        foreach (var isolated in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            System.IO.File.WriteAllText(System.IO.Path.Combine(folder, isolated), "<Project />");
        System.IO.File.WriteAllText(System.IO.Path.Combine(folder, "probe.csproj"),
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>" +
            $"<ItemGroup><PackageReference Include=\"Verify.Xunit\" Version=\"[{version}]\" /></ItemGroup></Project>");
        var (output, code) = Capture("dotnet", $"restore \"{folder}/probe.csproj\"");
        if (code != 0 && !MissingPackageErrors.Any(output.Contains))
            Stop($"The NuGet registry could not be queried for Verify.Xunit {version}:\n{output.Trim()}\nFix: check the network and the disk, then run ./build.sh again.");

        var source = code == 0 ? "package" : "fallback";
        System.IO.File.WriteAllText(file, $"<!-- {version} -->\n<Project>\n  <PropertyGroup>\n    <VerifySource>{source}</VerifySource>\n  </PropertyGroup>\n</Project>\n");
        if (code != 0)
            context.Information($"The NuGet registry lacks Verify.Xunit {version} or one of its dependencies: tests use tests/Verify.Fallback instead.");
    }

    /// TorchSharp's native library requires one symbol version of GCC 13's libstdc++ without using it. If the system's libstdc++ is
    /// older, a copy of the library that marks that version as optional replaces it.
    public void FitTorchSharp()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != System.Runtime.InteropServices.Architecture.X64)
            return;
        var fitted = System.IO.Path.Combine(artifacts, "native", TorchSharpLibrary);
        if (HasNewLibstdc())
        {
            if (System.IO.File.Exists(fitted))
                System.IO.File.Delete(fitted);
            return;
        }

        var packaged = System.IO.Path.Combine(PackageFolder(), "torchsharp", VersionOf("TorchSharp"), "runtimes", "linux-x64", "native", TorchSharpLibrary);
        if (!System.IO.File.Exists(packaged))
            Stop($"TorchSharp's package has no {TorchSharpLibrary}. Expected: {packaged}. Fix: set NUGET_PACKAGES to the folder of restored packages, then run ./build.sh again.");
        var library = System.IO.File.ReadAllBytes(packaged);
        Elf.MakeVersionOptional(library, "GLIBCXX_3.4.32");
        if (System.IO.File.Exists(fitted) && System.IO.File.ReadAllBytes(fitted).AsSpan().SequenceEqual(library))
            return;

        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(fitted));
        System.IO.File.WriteAllBytes(fitted + ".tmp", library);
        System.IO.File.Move(fitted + ".tmp", fitted, overwrite: true);
        context.Information($"This system's libstdc++ is older than GCC 13's, which TorchSharp requires: {TorchSharpLibrary} was copied to artifacts/native with that one symbol version marked as optional (docs/exporter.md).");
    }

    /// Installs the Debian packages that are missing.
    public void InstallDebian(string purpose, params string[] names)
    {
        var missing = names.Where(name => !IsInstalled(name)).ToArray();
        if (missing.Length == 0)
            return;

        var list = string.Join(' ', missing);
        if (!CanInstallDebian)
            Stop($"{purpose} needs {list}. Fix: as root on Debian, apt-get update && apt-get install -y --no-install-recommends {list}; on other systems, install the equivalent packages and run ./build.sh again.");

        context.Information($"Installing {list} for {purpose}");
        if (Execute("apt-get", "update -qq") != 0 || Execute("apt-get", $"install -y -qq --no-install-recommends {list}", quiet: true) != 0)
            Stop($"{purpose} needs the Debian packages {list}, but apt-get could not install them; its messages are above. Fix: check the network and the disk, then run ./build.sh again.");
    }

    /// Installs optional Debian packages for some tests if possible; otherwise those tests are skipped and report it.
    public void OfferDebian(string purpose, params string[] names)
    {
        var missing = names.Where(name => !IsInstalled(name)).ToArray();
        if (missing.Length > 0 && CanInstallDebian)
            InstallDebian(purpose, missing);
        else if (missing.Length > 0)
            context.Information($"Missing {string.Join(' ', missing)}: {purpose} will be skipped. To run it: sudo apt-get install -y --no-install-recommends {string.Join(' ', missing)}");
    }

    /// Installs the browser for the tests that read pages, if there is none.
    public void OfferBrowser()
    {
        if (!Browsers.Any(name => context.Tools.Resolve(name) is not null || System.IO.File.Exists($"/usr/bin/{name}")))
            OfferDebian("reading pages in a browser", Browsers[0]);
    }

    /// Installs ONNX Runtime for Node and browsers if possible; otherwise the tests that use it are skipped and report it.
    public void OfferNodePackages(string folder)
    {
        var required = new System.IO.FileInfo(System.IO.Path.Combine(folder, "package-lock.json"));
        var installed = new System.IO.FileInfo(System.IO.Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= required.LastWriteTimeUtc)
            return;

        context.Information($"Installing the npm packages of {folder}");
        var (output, code) = Capture("npm", $"ci --no-progress --prefix \"{folder}\"");
        if (code != 0)
            context.Warning($"The tests in Node and in a browser will be skipped: npm could not install the packages of {folder}. {(output.Length == 0 ? "npm was not found; install Node.js." : output.Trim())}");
    }

    /// Fetches the Native AOT compiler if the registry has it; otherwise the tests that use it are skipped and report it.
    public void OfferNativeCompiler(string project)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != System.Runtime.InteropServices.Architecture.X64)
            return;

        var folder = System.IO.Path.Combine(artifacts, "aot");
        var (output, code) = Capture("dotnet", $"restore {project} --runtime linux-x64 -p:PublishAot=true --artifacts-path \"{folder}\"");
        if (code != 0)
            context.Warning($"The tests with Native AOT will be skipped: its compiler could not be restored. {output.Trim()}");
    }

    private static bool HasNewLibstdc() =>
        NativeLibrary.TryLoad("libstdc++.so.6", out var library) && NativeLibrary.TryGetExport(library, "_ZSt21ios_base_library_initv", out _);

    private static string PackageFolder() => System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? System.IO.Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string VersionOf(string package)
    {
        var versions = System.Xml.Linq.XDocument.Load("Directory.Packages.props").Descendants("PackageVersion");
        return versions.Single(version => (string)version.Attribute("Include") == package).Attribute("Version").Value;
    }

    private bool CanInstallDebian => System.IO.File.Exists("/usr/bin/apt-get") && Capture("id", "-u").Output.Trim() == "0";

    private static bool IsInstalled(string name) =>
        Capture("dpkg-query", $"--show --showformat=${{Status}} {name}").Output.Contains("install ok installed");

    private static int Execute(string program, string arguments, bool quiet = false)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = quiet };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start);
        if (quiet)
            process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    // Returns standard output and standard error together; an empty text and exit code -1 if the program was not found.
    private static (string Output, int Code) Capture(string program, string arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd() + errors.Result;
            process.WaitForExit();
            return (output, process.ExitCode);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return ("", -1);
        }
    }

    private static void Stop(string message)
    {
        Console.Error.WriteLine();
        Console.Error.WriteLine($"Setup failed. {message}");
        System.Environment.Exit(2);
    }
}

/// A 64-bit little-endian ELF library in memory.
public static class Elf
{
    private const uint NeededVersions = 0x6ffffffe;    // the type of section .gnu.version_r
    private const ushort Weak = 2;

    /// Sets the weak flag of a version that the library needs, so that the loader accepts a system without it.
    public static void MakeVersionOptional(byte[] library, string version)
    {
        var section = FindSection(library, NeededVersions);
        var names = Offset(library, SectionHeader(library, (int)U32(library, section + 40)));
        for (var file = Offset(library, section); ; file += (int)U32(library, file + 12))
        {
            var entry = file + (int)U32(library, file + 8);
            for (var remaining = U16(library, file + 2); remaining > 0; remaining--, entry += (int)U32(library, entry + 12))
            {
                if (NameAt(library, names + (int)U32(library, entry + 8)) != version)
                    continue;
                BinaryPrimitives.WriteUInt16LittleEndian(library.AsSpan(entry + 4), (ushort)(U16(library, entry + 4) | Weak));
                return;
            }
            if (U32(library, file + 12) == 0)
                throw new CakeException($"The library does not need version {version}. Fix: this TorchSharp loads without a fitted copy; remove FitTorchSharp from build/setup.cake.");
        }
    }

    private static int FindSection(byte[] library, uint type)
    {
        for (var i = 0; i < U16(library, 60); i++)
        {
            if (U32(library, SectionHeader(library, i) + 4) == type)
                return SectionHeader(library, i);
        }
        throw new CakeException("The library has no version needs section (.gnu.version_r).");
    }

    private static int Offset(byte[] library, int section) => (int)BinaryPrimitives.ReadUInt64LittleEndian(library.AsSpan(section + 24));

    private static int SectionHeader(byte[] library, int index) => (int)BinaryPrimitives.ReadUInt64LittleEndian(library.AsSpan(40)) + (index * U16(library, 58));

    private static string NameAt(byte[] library, int offset) => Encoding.ASCII.GetString(library, offset, Array.IndexOf(library, (byte)0, offset) - offset);

    private static ushort U16(byte[] library, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(library.AsSpan(offset));

    private static uint U32(byte[] library, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(library.AsSpan(offset));
}
