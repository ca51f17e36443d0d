namespace Latent.Benchmarks;

/// <summary>Measures the time from a bundle on disk to the first verdict in a new process, and the resources of 100 models.</summary>
internal static class LoadBenchmark
{
    private const int Models = 100;
    private const int Starts = 7;
    private static readonly string[] First = ["mnist-dense", "mnist-vae", "mnist-conv-vae"];
    private const string Many = "mnist-vae";

    /// <summary>Measures both.</summary>
    /// <param name="models">The folder of bundles.</param>
    /// <param name="log">Receives each result.</param>
    public static IReadOnlyList<LoadResult> Run(string models, Action<string> log)
    {
        log(
            $"Load to first verdict in a new process, medians of {Starts}; then {Models} models in one process, "
            + "every operation called once");
        using var copies = new BundleCopies(Path.Combine(models, Many), Models);
        var same = Enumerable.Repeat(Path.Combine(models, Many), Models).ToArray();
        return [
            .. First.Select(name => Log(FirstVerdict(models, name), log)),
            Log(new($"{Models} copies of {Many}, shared threads", LoadingProcess.Start(LoadingProcess.Ours, copies.Folders)), log),
            Log(
                new($"{Models} copies of {Many}, one thread per call", LoadingProcess.Start(LoadingProcess.OursOneThread, copies.Folders)),
                log),
            Log(new($"{Models} copies of {Many}, ONNX Runtime defaults", LoadingProcess.Start(LoadingProcess.Raw, copies.Folders)), log),
            Log(new($"{Many} {Models} times, shared threads", LoadingProcess.Start(LoadingProcess.Ours, same)), log),
            Log(new($"{Many} {Models} times, ONNX Runtime defaults", LoadingProcess.Start(LoadingProcess.Raw, same)), log)];
    }

    private static LoadResult FirstVerdict(string models, string name)
    {
        var samples = Enumerable.Range(0, Starts)
            .Select(_ => LoadingProcess.Start(LoadingProcess.Verdict, [Path.Combine(models, name)])[0]);
        return new($"{name}, first verdict", [samples.OrderBy(sample => sample.Milliseconds).ElementAt(Starts / 2)]);
    }

    private static LoadResult Log(LoadResult result, Action<string> log)
    {
        var last = result.Samples[^1];
        log(
            $"  {result.Case,-52} {last.Milliseconds,8:F0} ms  {last.PrivateMegabytes,7:F0} MB private, "
            +
                $"{last.ResidentMegabytes,6:F0} resident  {last.Threads,4} threads   per " +
                $"model: {result.PrivateMegabytesAModel:F2} MB private, "
            + $"{result.ResidentMegabytesAModel:F2} resident, {result.ThreadsAModel:F2} threads");
        return result;
    }
}
