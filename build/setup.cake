using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

/// Prepares what the SDK and NuGet do not bring, and says in a line each what it did.
public class Setup
{
    private const long FirstRunDiskBytes = 4L << 30;
    private const long LaterRunDiskBytes = 256L << 20;
    private const string TorchSharpLibrary = "libLibTorchSharp.so";

    private static readonly string[] Browsers = { "chromium", "chromium-browser", "google-chrome" };

    // There is no such package; no such version; no version within the bounds.
    private static readonly string[] MissingPackageErrors = { "NU1101", "NU1102", "NU1103" };

    private readonly ICakeContext context;
    private readonly string artifacts;

    public Setup(ICakeContext context)
    {
        this.context = context;
        artifacts = context.MakeAbsolute(context.Directory("artifacts")).FullPath;
    }

    /// Stops early where the disk is too full for a build.
    public void CheckDisk()
    {
        System.IO.Directory.CreateDirectory(artifacts);
        var free = new System.IO.DriveInfo(artifacts).AvailableFreeSpace;
        var needed = System.IO.File.Exists(System.IO.Path.Combine(artifacts, "bin", "latent")) ? LaterRunDiskBytes : FirstRunDiskBytes;
        if (free < needed)
            Stop($"The disk of {artifacts} has {free >> 20} MiB left, and packages and build need {needed >> 20} MiB. Fix: make room, then run ./build.sh again.");
    }

    /// Finds out, once a version, whether the registry has Verify.Xunit and what it needs; Directory.Build.targets reads the answer.
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
            Stop($"The NuGet registry did not say whether it has Verify.Xunit {version}:\n{output.Trim()}\nFix: check the network and the disk, then run ./build.sh again.");

        var source = code == 0 ? "package" : "fallback";
        System.IO.File.WriteAllText(file, $"<!-- {version} -->\n<Project>\n  <PropertyGroup>\n    <VerifySource>{source}</VerifySource>\n  </PropertyGroup>\n</Project>\n");
        if (code != 0)
            context.Information($"The NuGet registry lacks Verify.Xunit {version} or what it needs: tests use the few calls of tests/Verify.Fallback in its place.");
    }

    /// TorchSharp's native library asks for one symbol version of GCC 13's libstdc++ without using it. Where the system's is older,
    /// a copy that marks that version as optional takes its place.
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
            Stop($"TorchSharp's package has no {TorchSharpLibrary}. Expected: {packaged}. Fix: let NUGET_PACKAGES name the folder of restored packages, then run ./build.sh again.");
        var library = System.IO.File.ReadAllBytes(packaged);
        Elf.MakeVersionOptional(library, "GLIBCXX_3.4.32");
        if (System.IO.File.Exists(fitted) && System.IO.File.ReadAllBytes(fitted).AsSpan().SequenceEqual(library))
            return;

        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(fitted));
        System.IO.File.WriteAllBytes(fitted + ".tmp", library);
        System.IO.File.Move(fitted + ".tmp", fitted, overwrite: true);
        context.Information($"This system's libstdc++ is older than GCC 13's, which TorchSharp asks for: its {TorchSharpLibrary} was copied to artifacts/native with that one symbol version optional (docs/exporter.md).");
    }

    /// Installs the Debian packages that are not there yet.
    public void InstallDebian(string purpose, params string[] names)
    {
        var missing = names.Where(name => !IsInstalled(name)).ToArray();
        if (missing.Length == 0)
            return;

        var list = string.Join(' ', missing);
        if (!CanInstallDebian)
            Stop($"{purpose} needs {list}. Fix: as root on Debian, apt-get update && apt-get install -y --no-install-recommends {list}; elsewhere, install their equivalents and run ./build.sh again.");

        context.Information($"Installing {list} for {purpose}");
        if (Execute("apt-get", "update -qq") != 0 || Execute("apt-get", $"install -y -qq --no-install-recommends {list}", quiet: true) != 0)
            Stop($"{purpose} needs the Debian packages {list}, and apt-get could not install them; its messages are above. Fix: check the network and the disk, then run ./build.sh again.");
    }

    /// Installs what some tests use, where that is possible; elsewhere those tests are skipped and say so.
    public void OfferDebian(string purpose, params string[] names)
    {
        var missing = names.Where(name => !IsInstalled(name)).ToArray();
        if (missing.Length > 0 && CanInstallDebian)
            InstallDebian(purpose, missing);
        else if (missing.Length > 0)
            context.Information($"There is no {string.Join(' ', missing)}: {purpose} will be skipped. To run it too: sudo apt-get install -y --no-install-recommends {string.Join(' ', missing)}");
    }

    /// Installs the browser of the tests that read pages, where there is none.
    public void OfferBrowser()
    {
        if (!Browsers.Any(name => context.Tools.Resolve(name) is not null || System.IO.File.Exists($"/usr/bin/{name}")))
            OfferDebian("reading pages in a browser", Browsers[0]);
    }

    /// Installs ONNX Runtime for Node and browsers, where that can be done; where not, the tests with it are skipped and say so.
    public void OfferNodePackages(string folder)
    {
        var wanted = new System.IO.FileInfo(System.IO.Path.Combine(folder, "package-lock.json"));
        var installed = new System.IO.FileInfo(System.IO.Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= wanted.LastWriteTimeUtc)
            return;

        context.Information($"Installing the npm packages of {folder}");
        var (output, code) = Capture("npm", $"ci --no-progress --prefix \"{folder}\"");
        if (code != 0)
            context.Warning($"The tests in Node and in a browser will be skipped: npm could not install the packages of {folder}. {(output.Length == 0 ? "npm was not found; install Node.js." : output.Trim())}");
    }

    /// Fetches the compiler of Native AOT, where the registry has it; where not, the tests with it are skipped and say so.
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

    // Output and errors together; nothing where the program is not there.
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
        Console.Error.WriteLine($"Set-up stopped. {message}");
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
            for (var left = U16(library, file + 2); left > 0; left--, entry += (int)U32(library, entry + 12))
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
        throw new CakeException("The library has no table of needed versions.");
    }

    private static int Offset(byte[] library, int section) => (int)BinaryPrimitives.ReadUInt64LittleEndian(library.AsSpan(section + 24));

    private static int SectionHeader(byte[] library, int index) => (int)BinaryPrimitives.ReadUInt64LittleEndian(library.AsSpan(40)) + (index * U16(library, 58));

    private static string NameAt(byte[] library, int offset) => Encoding.ASCII.GetString(library, offset, Array.IndexOf(library, (byte)0, offset) - offset);

    private static ushort U16(byte[] library, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(library.AsSpan(offset));

    private static uint U32(byte[] library, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(library.AsSpan(offset));
}
