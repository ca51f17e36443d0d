#load "build/setup.cake"
#load "build/tests.cake"

// ./build.sh [--target=NAME] [--recipe=NAME[,NAME]|all] [--profile=quick|full|tiny] [--strict]

var target = Argument("target", "Default");
var recipes = Argument("recipe", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
var profile = Argument("profile", "quick");
var testRun = new TestRun();

var root = MakeAbsolute(Directory("."));
var latent = root.CombineWithFilePath("artifacts/bin/latent").FullPath;
var setup = new Setup(Context);

// ---------------------------------------------------------------------------------------------------------- set-up

Task("__Prepare the packages")
    .Does(() =>
    {
        setup.CheckDisk();
        setup.ChooseVerify();
        Run("dotnet", "restore Pipeline.sln");
        setup.FitTorchSharp();
    });

Task("__Install the benchmark peers")
    .Does(() => setup.InstallDebian("the benchmark", "python3-torch", "libopenblas0-pthread", "libjpeg-turbo-progs", "webp"));

Task("__Install optional test tools")
    .Does(() =>
    {
        setup.OfferBrowser();
        setup.OfferNodePackages("tests/interop");
        setup.OfferDebian("the test with onnx.checker", "python3-onnx");
        setup.OfferNativeCompiler("samples/Latent.NativeVerify");
    });

Task("__Build with ONNX Runtime's CPU package")
    .IsDependentOn("Build")
    .Does(() => Run("dotnet", "build Pipeline.sln --configuration Release -p:LatentNative=Cpu --artifacts-path artifacts/cpu -clp:NoSummary"));

Task("__Fetch the test data")
    .IsDependentOn("Build")
    .Does(() =>
    {
        foreach (var name in new[] { "mnist", "mri", "head-ct", "verses", "supermarket", "ionosphere", "nci" })
            Offer(name);
        if (HasEnvironmentVariable("LATENT_DATA"))
            Offer("fashion-mnist");
    });

// --------------------------------------------------------------------------------------------------------- targets

Task("Build")
    .Description("Builds everything; the command is artifacts/bin/latent.")
    .IsDependentOn("__Prepare the packages")
    .Does(() => Run("dotnet", "build Pipeline.sln --no-restore --configuration Release -clp:NoSummary"));

Task("Tour")
    .Description("Builds, trains six small models on available data, and shows an anomaly that one of them detects.")
    .IsDependentOn("Build")
    .Does(() => Run(latent, "tour --out artifacts/models"));

Task("Train")
    .Description("Trains --recipe=NAME[,NAME]|all with --profile=quick|full|tiny into artifacts/models. Skips recipes without data; --strict fails on them.")
    .IsDependentOn("Build")
    .Does(() => Run(latent, $"train {Recipes("training/recipes")} --profile {profile} --out artifacts/models{(HasArgument("strict") ? " --strict" : "")}"));

Task("Test")
    .Description("Builds, checks the code style and runs all tests; the last line has the counts.")
    .IsDependentOn("Build")
    .IsDependentOn("__Build with ONNX Runtime's CPU package")
    .IsDependentOn("__Fetch the test data")
    .IsDependentOn("__Install optional test tools")
    .Does(() => testRun.Execute(Context));

Task("Pack")
    .Description("Builds, and packs the libraries with symbols into artifacts/nuget.")
    .IsDependentOn("Build")
    .Does(() =>
    {
        CleanDirectory("artifacts/nuget");
        Run("dotnet", "pack Pipeline.sln --no-build --configuration Release --output artifacts/nuget");
    });

Task("Bench")
    .Description("Runs all benchmarks, including peers; writes artifacts/bench/*.json and benchmarks/results.")
    .IsDependentOn("Build")
    .IsDependentOn("__Install the benchmark peers")
    .IsDependentOn("__Install optional test tools")
    .Does(() => Bench("runtime --models models --out artifacts/bench"))
    .Does(() => Bench("peers --models models --node tests/interop/package.json --out artifacts/bench"))
    .Does(() => Bench("load --models models --out artifacts/bench"))
    .Does(() => Bench("callers --models models --out artifacts/bench"))
    .Does(() => Bench("--out artifacts/bench"))
    .Does(() => Bench("batcher --models models --out artifacts/bench"))
    .Does(() => Bench("codec --models models"))
    .Does(() => Bench("exporter --out artifacts/bench"));

Task("Format")
    .Description("Formats the code in the project's style.")
    .IsDependentOn("__Prepare the packages")
    .Does(() => Run("dotnet", "format Pipeline.sln --exclude artifacts/"));

Task("Golden")
    .Description("Retrains the released bundles with profile full and rewrites all golden files. Review the diff.")
    .IsDependentOn("Build")
    .Does(() =>
    {
        Run(latent, $"train {Recipes("models")} --profile full --out models");
        testRun.AcceptGoldens(Context);
    });

Task("Docs")
    .Description("Writes the table of supported layers in docs/exporter.md from the parity table.")
    .IsDependentOn("Build")
    .Does(() => Run("dotnet", "test --no-build --configuration Release tests/Latent.Onnx.Tests --filter FullyQualifiedName~ExporterDocumentationTests -e LATENT_WRITE_DOCS=1"));

Task("Clean")
    .Description("Deletes build outputs; keeps downloaded packages and data.")
    .Does(() =>
    {
        CleanDirectories("{runtime,training,tests,benchmarks,samples}/**/{bin,obj}");
        CleanDirectories("artifacts/{aot,bin,bench,cpu,models,native,nuget,probe,tests}");
    });

Task("Help")
    .Description("Lists the targets.")
    .Does(() => PrintTargets());

Task("Default")
    .Description("The same as Tour.")
    .IsDependentOn("Tour");

// ------------------------------------------------------------------------------------------------------------- run

if (!Tasks.Any(task => string.Equals(task.Name, target, StringComparison.OrdinalIgnoreCase)))
{
    Console.Error.WriteLine($"Unknown target '{target}'. Targets:");
    PrintTargets();
    Environment.Exit(2);
}

try
{
    RunTarget(target);
}
catch (Exception exception)
{
    Console.Error.WriteLine();
    Console.Error.WriteLine((exception as AggregateException)?.GetBaseException().Message ?? exception.GetBaseException().Message);
    testRun.PrintCount();
    Environment.Exit(1);
}
testRun.PrintCount();

void PrintTargets()
{
    foreach (var task in Tasks.Where(task => !task.Name.StartsWith("__")).OrderBy(task => task.Name))
        Console.WriteLine($"  --target={task.Name,-10} {task.Description}");
}

// The recipes named by --recipe; otherwise those with a bundle in models/, or all recipes in training/recipes.
string Recipes(string folder)
{
    if (recipes.Length > 0 && !recipes.SequenceEqual(new[] { "all" }))
        return string.Join(' ', recipes);
    var names = folder == "models"
        ? GetSubDirectories(folder).Select(directory => directory.GetDirectoryName())
        : GetFiles($"{folder}/*.yaml").Select(file => file.GetFilenameWithoutExtension().FullPath);
    return string.Join(' ', names.OrderBy(name => name, StringComparer.Ordinal));
}

void Bench(string arguments) =>
    Run("dotnet", $"run --no-build --configuration Release --project benchmarks/Latent.Benchmarks -- {arguments} --results benchmarks/results");

// Tests without their data are skipped or use generated rows, and report it.
void Offer(string data)
{
    if (StartProcess(latent, new ProcessSettings { Arguments = $"data get {data}", WorkingDirectory = root }) != 0)
        Warning($"Some tests run without {data}; the messages above show the attempted sources.");
}

void Run(string program, string arguments)
{
    var code = StartProcess(program, new ProcessSettings { Arguments = arguments, WorkingDirectory = root });
    if (code != 0)
        throw new CakeException($"'{System.IO.Path.GetFileName(program)} {arguments}' failed with exit code {code}; its messages are above.");
}
