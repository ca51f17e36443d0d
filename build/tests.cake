using System.Globalization;
using System.Xml.Linq;

/// Runs the tests of the solution, sums up their results and reports the duration of each suite.
public class TestRun
{
    private readonly List<string> suites = new();
    private int passed;
    private int failed;
    private int skipped;
    private bool ran;

    public void Execute(ICakeContext context)
    {
        var code = RunTests(context, "Pipeline.sln --no-build", acceptGoldens: false);
        // Runs again with the CPU package of ONNX Runtime; everything else is the same.
        code |= RunTests(context, "tests/Latent.Runtime.Tests -p:LatentNative=Cpu --artifacts-path artifacts/cpu", acceptGoldens: false);
        context.Information("Checking the code style");
        var isFormatted = context.StartProcess("dotnet", "format Pipeline.sln --verify-no-changes --exclude artifacts/") == 0;
        if (failed > 0 || code != 0)
            throw new CakeException(failed > 0 ? $"{failed} tests failed; they are listed above." : $"The test run failed with exit code {code}.");
        if (!isFormatted)
            throw new CakeException("The code does not follow the project's style; the locations are above. Fix: ./build.sh --target=Format.");
    }

    public void AcceptGoldens(ICakeContext context) => RunTests(context, "Pipeline.sln --no-build", acceptGoldens: true);

    public void PrintCount()
    {
        if (!ran)
            return;
        suites.ForEach(Console.WriteLine);
        if (skipped > 0)
            Console.WriteLine($"{skipped} skipped; the output above shows the reasons.");
        Console.WriteLine($"{passed} passed, {failed} failed");
    }

    private int RunTests(ICakeContext context, string what, bool acceptGoldens)
    {
        ran = true;
        var folder = context.MakeAbsolute(context.Directory("artifacts/tests"));
        context.CleanDirectory(folder);
        var settings = new ProcessSettings { Arguments = $"test {what} --configuration Release -m:1 --logger trx --results-directory \"{folder}\"" };
        if (acceptGoldens)
            settings.EnvironmentVariables = new Dictionary<string, string> { ["LATENT_ACCEPT_GOLDENS"] = "1" };
        var code = context.StartProcess("dotnet", settings);
        foreach (var file in context.GetFiles($"{folder}/*.trx"))
            Add(XDocument.Load(file.FullPath));
        foreach (var file in context.GetFiles($"{folder}/*.txt"))
            Console.Write(System.IO.File.ReadAllText(file.FullPath));
        return code;
    }

    private void Add(XDocument results)
    {
        XElement Find(string name) => results.Descendants().First(element => element.Name.LocalName == name);
        var counters = Find("Counters");
        var suitePassed = (int)counters.Attribute("passed");
        passed += suitePassed;
        failed += (int)counters.Attribute("failed") + (int)counters.Attribute("error");
        skipped += (int)counters.Attribute("total") - (int)counters.Attribute("executed");
        var assembly = (string)results.Descendants().FirstOrDefault(element => element.Name.LocalName == "TestMethod")?.Attribute("codeBase") ?? "a suite without results";
        var suite = System.IO.Path.GetFileNameWithoutExtension(assembly) + (assembly.Contains("artifacts/cpu") ? " (CPU package)" : "");
        var duration = (DateTime)Find("Times").Attribute("finish") - (DateTime)Find("Times").Attribute("start");
        suites.Add(string.Create(CultureInfo.InvariantCulture, $"{suite,-40} {suitePassed,5} passed {duration.TotalSeconds,6:F0} s"));
    }
}
