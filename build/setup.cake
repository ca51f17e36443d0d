using System.Diagnostics;

/// Finds out which packages the registry has, and installs what the stand-ins in compat/ need.
/// The decision lands in artifacts/packages.props, which Directory.Build.targets reads.
public class PackageSetup
{
    private const string OnnxRuntimeVersion = "0.4.9";
    private const string OnnxRuntimeArchive = "com.github.asus4.onnxruntime@" + OnnxRuntimeVersion;
    private const long FirstRunDiskBytes = 4L << 30;
    private const long LaterRunDiskBytes = 256L << 20;

    private static readonly string[] Browsers = { "chromium", "chromium-browser", "google-chrome" };

    // There is no such package; no such version; no version within the bounds.
    private static readonly string[] MissingPackageErrors = { "NU1101", "NU1102", "NU1103" };

    private static readonly (string Package, string Property)[] Swappable =
    {
        ("TorchSharp", "TorchSharpSource"),
        ("Microsoft.ML.OnnxRuntime.Gpu", "OnnxRuntimeSource"),
        ("SixLabors.ImageSharp", "ImageSharpSource"),
        ("Verify.Xunit", "VerifySource"),
    };

    // Programs that load the native library of a package: it may be there and still not run on this system.
    private static readonly IReadOnlyDictionary<string, string> FirstCall = new Dictionary<string, string>
    {
        ["TorchSharp"] = "System.Console.WriteLine(TorchSharp.torch.ones(1).numel());",
        ["Microsoft.ML.OnnxRuntime.Gpu"] = "System.Console.WriteLine(Microsoft.ML.OnnxRuntime.OrtEnv.Instance().GetVersionString());",
    };

    private readonly ICakeContext context;
    private readonly string wanted;
    private readonly string artifacts;
    private readonly Lazy<IReadOnlyDictionary<string, string>> sources;

    public PackageSetup(ICakeContext context, string wanted)
    {
        if (wanted is not ("auto" or "official" or "compat"))
            Stop($"--packages={wanted} is not a package set. Expected auto, official or compat.");
        this.context = context;
        this.wanted = wanted;
        artifacts = context.MakeAbsolute(context.Directory("artifacts")).FullPath;
        sources = new(Decide);
    }

    /// Installs the Debian packages and the npm package that the chosen stand-ins build on.
    public void InstallNative()
    {
        CheckDisk();
        var needed = new List<string>();
        if (UsesCompat("TorchSharp"))
            needed.AddRange(new[] { "g++", "libtorch-dev", "libopenblas0-pthread" });
        if (UsesCompat("SixLabors.ImageSharp"))
            needed.AddRange(new[] { "g++", "libpng-dev", "libjpeg62-turbo-dev" });
        InstallDebian("compat/", needed.Distinct().ToArray());
        if (UsesCompat("Microsoft.ML.OnnxRuntime.Gpu"))
            UnpackOnnxRuntime();
    }

    /// Says in one line which packages are genuine and which are stood in for.
    public void Announce()
    {
        var groups = sources.Value.GroupBy(entry => entry.Value, entry => entry.Key);
        context.Information("Packages: " + string.Join("; ", groups.Select(group => $"{group.Key}: {string.Join(", ", group)}")));
    }

    /// Installs the Debian packages that are not there yet.
    public void InstallDebian(string purpose, params string[] names)
    {
        var missing = names.Where(name => !IsInstalled(name)).ToArray();
        if (missing.Length == 0)
            return;

        var list = string.Join(' ', missing);
        if (context.Tools.Resolve("apt-get") is null && !System.IO.File.Exists("/usr/bin/apt-get"))
            Stop($"{purpose} needs the packages {list}, and this is no Debian system. Install their equivalents, or use a registry that has the genuine packages (--packages=official).");
        if (Output("id", "-u").Trim() != "0")
            Stop($"{purpose} needs the Debian packages {list}, and only root can install them. Run this once, then ./build.sh again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends {list}");

        context.Information($"Installing {list} for {purpose}");
        if (Execute("apt-get", "update -qq") != 0 || Execute("apt-get", $"install -y -qq --no-install-recommends {list}", quiet: true) != 0)
            Stop($"{purpose} needs the Debian packages {list}, and apt-get could not install them; its messages are above. Check the network and the disk, then run ./build.sh again.");
    }

    /// Installs what some tests look with, where that can be done; where not, those tests are skipped and say so.
    public void OfferBrowser()
    {
        if (Browsers.Any(name => context.Tools.Resolve(name) is not null || System.IO.File.Exists($"/usr/bin/{name}")))
            return;
        if (System.IO.File.Exists("/usr/bin/apt-get") && Output("id", "-u").Trim() == "0")
            InstallDebian("the tests that read pages in a browser", Browsers[0]);
        else
            context.Information($"There is no {Browsers[0]}: the tests that read pages in a browser will be skipped. To run them too: sudo apt-get install -y --no-install-recommends {Browsers[0]}");
    }

    /// Installs the checker of ONNX graphs, where that can be done; where not, the test with it is skipped and says so.
    public void OfferChecker()
    {
        if (System.IO.File.Exists("/usr/bin/apt-get") && (IsInstalled("python3-onnx") || Output("id", "-u").Trim() == "0"))
            InstallDebian("the test with onnx.checker", "python3-onnx");
        else
            context.Information("There is no python3-onnx: the test with onnx.checker will be skipped. To run it too: sudo apt-get install -y --no-install-recommends python3-onnx");
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
        if (!OperatingSystem.IsLinux() || System.Runtime.InteropServices.RuntimeInformation.OSArchitecture != System.Runtime.InteropServices.Architecture.X64)
            return;

        var folder = System.IO.Path.Combine(artifacts, "native");
        var (output, code) = Capture("dotnet", $"restore {project} --runtime linux-x64 -p:PublishAot=true --artifacts-path \"{folder}\"");
        if (code != 0)
            context.Warning($"The tests with Native AOT will be skipped: its compiler could not be restored. {output.Trim()}");
    }

    private bool UsesCompat(string package) => sources.Value[package] == "compat";

    private IReadOnlyDictionary<string, string> Decide()
    {
        var file = System.IO.Path.Combine(artifacts, "packages.props");
        var question = $"has and runs: {wanted} {string.Join(' ', Swappable.Select(entry => $"{entry.Package}:{VersionOf(entry.Package)}"))}";
        if (System.IO.File.Exists(file) && System.IO.File.ReadAllText(file) is var known && known.Contains($"<!-- {question} -->"))
            return Swappable.ToDictionary(entry => entry.Package, entry => known.Contains($"<{entry.Property}>compat<") ? "compat" : "official");

        var decided = Swappable.ToDictionary(entry => entry.Package, entry => wanted == "auto" ? Probe(entry.Package) : wanted);
        System.IO.Directory.CreateDirectory(artifacts);
        var lines = Swappable.Select(entry => $"    <{entry.Property}>{decided[entry.Package]}</{entry.Property}>\n");
        System.IO.File.WriteAllText(file, $"<!-- {question} -->\n<Project>\n  <PropertyGroup>\n{string.Concat(lines)}  </PropertyGroup>\n</Project>\n");
        return decided;
    }

    // The registry has a package when a project that needs nothing else restores; it is used when it also runs here.
    private string Probe(string package)
    {
        var folder = System.IO.Path.Combine(artifacts, "probe", package);
        System.IO.Directory.CreateDirectory(folder);
        foreach (var isolated in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            System.IO.File.WriteAllText(System.IO.Path.Combine(folder, isolated), "<Project />");
        System.IO.File.WriteAllText(System.IO.Path.Combine(folder, "probe.csproj"),
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>" +
            $"<ItemGroup>{string.Concat(PackagesOf(package).Select(name => $"<PackageReference Include=\"{name}\" Version=\"[{VersionOf(name)}]\" />"))}</ItemGroup></Project>");
        var (output, code) = Capture("dotnet", $"restore \"{folder}/probe.csproj\"");
        if (code == 0)
            return Runs(package, folder) ? "official" : "compat";
        if (!MissingPackageErrors.Any(output.Contains))
            Stop($"The NuGet registry did not say whether it has {package}:\n{output.Trim()}\nCheck the network and the disk, then run ./build.sh again; --packages=compat skips this question, but other packages come from there too.");
        return "compat";
    }

    private bool Runs(string package, string folder)
    {
        if (!FirstCall.TryGetValue(package, out var program))
            return true;

        System.IO.File.WriteAllText(System.IO.Path.Combine(folder, "Program.cs"), program);
        var (output, code) = Capture("dotnet", $"run --project \"{folder}/probe.csproj\"");
        if (code != 0)
            context.Warning($"The registry has {package}, which does not run here: {Reason(output)}");
        return code == 0;
    }

    // What the loader said, where it said something.
    private static string Reason(string output)
    {
        var lines = output.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.Contains("warning")).ToArray();
        return lines.FirstOrDefault(line => line.Contains("not found")) ?? lines.FirstOrDefault() ?? "it said nothing.";
    }

    // The genuine TorchSharp keeps LibTorch in a package of its own, which Directory.Build.targets adds.
    private static string[] PackagesOf(string package) => package == "TorchSharp" && OperatingSystem.IsLinux()
        ? new[] { "TorchSharp", "libtorch-cpu-linux-x64" }
        : new[] { package };

    private string VersionOf(string package)
    {
        var versions = System.Xml.Linq.XDocument.Load("Directory.Packages.props").Descendants("PackageVersion");
        return versions.Single(version => (string)version.Attribute("Include") == package).Attribute("Version").Value;
    }

    private void UnpackOnnxRuntime()
    {
        var folder = System.IO.Path.Combine(artifacts, "packages", "onnxruntime");
        var description = System.IO.Path.Combine(folder, "package.json");
        if (System.IO.File.Exists(description) && System.IO.File.ReadAllText(description).Contains($"\"version\": \"{OnnxRuntimeVersion}\""))
            return;
        if (Output("npm", "--version").Length == 0)
            Stop($"compat/OnnxRuntime comes from the npm package {OnnxRuntimeArchive}, and npm was not found. Install Node.js (apt-get install nodejs npm), then run ./build.sh again.");

        context.Information($"Fetching {OnnxRuntimeArchive}");
        var download = folder + ".tmp";
        if (System.IO.Directory.Exists(download))
            System.IO.Directory.Delete(download, recursive: true);
        System.IO.Directory.CreateDirectory(download);
        var archive = Output("npm", $"pack --silent --pack-destination \"{download}\" {OnnxRuntimeArchive}").Trim();
        if (!archive.EndsWith(".tgz"))
            Stop($"npm could not fetch {OnnxRuntimeArchive}:\n{archive}\nCheck the network and npm's registry, then run ./build.sh again.");
        if (Execute("tar", $"-xzf \"{download}/{archive}\" -C \"{download}\" --strip-components=1 --wildcards package/Runtime/* package/Plugins/Linux/x64/* package/LICENSE package/ThirdPartyNotices.txt package/package.json") != 0)
            Stop($"{archive} could not be unpacked; tar's message is above. Check the disk, then run ./build.sh again.");
        System.IO.File.Delete(System.IO.Path.Combine(download, archive));
        if (System.IO.Directory.Exists(folder))
            System.IO.Directory.Delete(folder, recursive: true);
        System.IO.Directory.Move(download, folder);
    }

    private void CheckDisk()
    {
        System.IO.Directory.CreateDirectory(artifacts);
        var free = new System.IO.DriveInfo(artifacts).AvailableFreeSpace;
        var needed = System.IO.File.Exists(System.IO.Path.Combine(artifacts, "bin", "latent")) ? LaterRunDiskBytes : FirstRunDiskBytes;
        if (free < needed)
            Stop($"The disk of {artifacts} has {free >> 20} MiB left, and set-up and build need {needed >> 20} MiB. Make room, then run ./build.sh again.");
    }

    private bool IsInstalled(string name) =>
        Output("dpkg-query", $"--show --showformat=${{Status}} {name}").Contains("install ok installed");

    private int Execute(string program, string arguments, bool quiet = false)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = quiet };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start);
        if (quiet)
            process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string Output(string program, string arguments) => Capture(program, arguments).Output;

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
        Environment.Exit(2);
    }
}
