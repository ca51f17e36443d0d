using System.Xml.Linq;

public static class CodeStyle
{
    /// The genuine sources of ONNX Runtime, which compat/OnnxRuntime compiles, have a style of their own.
    public const string Exclusions = "--exclude artifacts/";
}

/// Runs the tests of the solution and adds up their results.
public class TestRun
{
    private int passed;
    private int failed;
    private int skipped;
    private bool ran;

    public void Execute(ICakeContext context)
    {
        var code = RunTests(context, acceptGoldens: false);
        var isFormatted = IsFormatted(context, "Pipeline.sln") & IsFormatted(context, "compat/Compat.sln");
        if (failed > 0 || code != 0)
            throw new CakeException(failed > 0 ? $"{failed} tests failed; they are listed above." : $"The test run ended with exit code {code}.");
        if (!isFormatted)
            throw new CakeException("The code is not in the project's style; the places are above. Run ./build.sh --target=Format.");
    }

    public void AcceptGoldens(ICakeContext context) => RunTests(context, acceptGoldens: true);

    public void PrintCount()
    {
        if (!ran)
            return;
        if (skipped > 0)
            Console.WriteLine($"{skipped} skipped; the run above says why.");
        Console.WriteLine($"{passed} passed, {failed} failed");
    }

    private int RunTests(ICakeContext context, bool acceptGoldens)
    {
        ran = true;
        var folder = context.MakeAbsolute(context.Directory("artifacts/tests"));
        context.CleanDirectory(folder);
        var settings = new ProcessSettings { Arguments = $"test Pipeline.sln --no-build --configuration Release -m:1 --logger trx --results-directory \"{folder}\"" };
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
        var counters = results.Descendants().Single(element => element.Name.LocalName == "Counters");
        passed += (int)counters.Attribute("passed")!;
        failed += (int)counters.Attribute("failed")! + (int)counters.Attribute("error")!;
        skipped += (int)counters.Attribute("total")! - (int)counters.Attribute("executed")!;
    }

    private static bool IsFormatted(ICakeContext context, string solution)
    {
        context.Information($"Checking the style of {solution}");
        return context.StartProcess("dotnet", $"format {solution} --verify-no-changes {CodeStyle.Exclusions}") == 0;
    }
}
