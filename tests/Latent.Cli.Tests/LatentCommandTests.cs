using System.Text.Json;

namespace Latent.Cli.Tests;

public sealed class LatentCommandTests
{
    private const string AllCommands =
        "data, tour, train, evaluate, benchmark, verify, inspect, export, report, " +
        "encode, decode, reconstruct, sample, generate, detect, interpolate, recommend, compress, decompress, paraphrase";

    public static TheoryData<string, string> Mistakes => new()
    {
        { "", $"Specify a command: {AllCommands}.\nSee 'latent --help'.\n" },
        { "trian mnist-vae", "Unrecognized command 'trian'. Did you mean 'train'?\nSee 'latent --help'.\n" },
        { "data", "Specify a command: list, get, path.\nSee 'latent data --help'.\n" },
        { "data lst", "Unrecognized command 'lst'. Did you mean 'list'?\nSee 'latent data --help'.\n" },
        { "train", "Missing: RECIPE.\nSee 'latent train --help'.\n" },
        { "train mnist-vae --profil quick", "Unrecognized option '--profil'. Did you mean '--profile'?\nSee 'latent train --help'.\n" },
        { "train mnist-vae --restart", "Unrecognized option '--restart'.\nSee 'latent train --help'.\n" },
        { "train mnist-vae --device gpu", "--device takes one of cpu, cuda and cuda:N. Received: gpu.\nSee 'latent train --help'.\n" },
        { "verify b --device gpu", "--device takes one of cpu, cuda, cuda:N and auto. Received: gpu.\nSee 'latent verify --help'.\n" },
        { "evaluate b", "Option '--data' is required.\nSee 'latent evaluate --help'.\n" },
        { "sample b --count 0 --out g.png", "--count takes a whole number of at least 1. Received: 0.\nSee 'latent sample --help'.\n" },
        {
            "sample b --temperature 1,5 --out g.png",
            "--temperature takes a number of at least 0. Received: 1,5.\nSee 'latent sample --help'.\n" },
        { "detect b x --quantile 1.5", "--quantile takes a number between 0 and 1. Received: 1.5.\nSee 'latent detect --help'.\n" },
        {
            "detect b x --quantile 0.9 --threshold 2",
            "--quantile and --threshold are mutually exclusive: specify one of them.\nSee 'latent detect --help'.\n"
        },
        {
            "detect b x --quantile 0.9 --false-positive-rate 0.1 --threshold 2",
            "--quantile and --false-positive-rate and --threshold are mutually exclusive: specify one of them.\n"
            + "See 'latent detect --help'.\n"
        },
        {
            "detect b x --false-positive-rate 0",
            "--false-positive-rate takes a number between 0 and 1. Received: 0.\nSee 'latent detect --help'.\n" },
        {
            "sample b --truncation 0 --out g.png",
            "--truncation takes a number of at least 0.1. Received: 0.\nSee 'latent sample --help'.\n" },
        { "report b --compare", "--compare takes two bundles or more. Received: 1.\nSee 'latent report --help'.\n" },
        {
            "report b c --out p.html",
            "--out takes one page, but 2 bundles have one page each. Add --compare to combine them.\nSee 'latent report --help'.\n"
        },
        {
            "export b --out d",
            "Specify the output form: --standalone writes single files with embedded weights.\nSee 'latent export --help'.\n"
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Run_MistakenArguments_SaysWhatIsMeant(string line, string expected)
    {
        var result = CommandResult.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((ExitCode.BadInput, "", expected), (result.Code, result.Output, result.Error));
    }

    [Fact]
    public void Run_MistakenArgumentsWithJson_WritesOneJsonLine()
    {
        var result = CommandResult.Run("verify", "b", "--devise", "cpu", "--json");

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.Equal("""{"error":"Unrecognized option '--devise'. Did you mean '--device'?"}""" + "\n", result.Error);
    }

    [Fact]
    public void Run_MissingBundle_SaysWhereAndHowToFixIt()
    {
        var result = CommandResult.Run("verify", "/no/such/bundle");

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.Equal(
            "There is no bundle here.\nWhere: /no/such/bundle\nExpected: a folder that holds bundle.json\nReceived: nothing\n" +
            "Fix: check the path; 'latent train' prints where it wrote the bundle.\n",
            result.Error);
    }

    [Fact]
    public void Run_MissingBundleWithJson_WritesTheSameMessageAsJson()
    {
        var result = CommandResult.Run("inspect", "/no/such/bundle", "--json");

        var error = JsonSerializer.Deserialize<JsonElement>(result.Error).GetProperty("error").GetString();
        Assert.Equal((ExitCode.BadInput, ""), (result.Code, result.Output));
        Assert.StartsWith("There is no bundle here.\nWhere: /no/such/bundle\n", error);
    }

    [Fact]
    public void Run_Version_PrintsIt()
    {
        var result = CommandResult.Run("--version");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", result.Output);
    }

    [Fact]
    public void Run_CancelledBeforehand_StopsAndSaysSo()
    {
        using var error = new StringWriter();

        var code = LatentCommand.Run(
            ["train", "mnist-vae", "--out", Path.GetTempPath()],
            TextWriter.Null,
            error,
            new CancellationToken(canceled: true));

        Assert.Equal(ExitCode.Stopped, code);
        Assert.Equal("Stopped while training mnist-vae. Nothing was written.\n", error.ToString());
    }

    [Fact]
    public Task Run_Help_ShowsEveryCommand()
    {
        string[] commands =
        [
            "", "data", "data list", "data get", "data path", "benchmark seeds", "benchmark one-class", "benchmark molecules",
            .. AllCommands.Split(", ").Skip(1),
        ];
        var helps = commands.Select(command => $"$ latent {command} --help".Replace("  ", " ") + "\n\n" + HelpOf(command));

        return Verifier.Verify(string.Join("\n", helps));
    }

    private static string HelpOf(string command)
    {
        var result = CommandResult.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        return string.Join('\n', result.Output.Split('\n').Select(line => line.TrimEnd()));
    }
}
