using System.Globalization;
using System.Text.Json;
using Latent.Benchmarks;

if (args is ["codec", "--models", var models, "--results", var codecResults])
{
    Console.WriteLine($"Written: {CodecTable.Write(codecResults, CodecBenchmark.Run(models, Console.WriteLine))}");
    return 0;
}

if (args is ["batcher", "--models", var served, "--out", var batcherOut, "--results", var batcherResults])
{
    var batched = BatcherBenchmark.Run(served, Console.WriteLine);
    Console.WriteLine($"Written: {WriteJson(batcherOut, "batcher.json", batched)}, {ResultsTable.WriteBatcher(batcherResults, batched)}");
    return 0;
}

if (args is ["exporter", "first"])
{
    ExporterBenchmark.RunFirst();
    return 0;
}

if (args is ["exporter", "--out", var exporterOut, "--results", var exporterResults])
{
    var exported = ExporterBenchmark.Run(Console.WriteLine);
    Console.WriteLine($"Written: {WriteJson(exporterOut, "exporter.json", exported)}, {ExporterTable.Write(exporterResults, exported)}");
    return 0;
}

if (args is ["runtime", "--models", var released, "--out", var runtimeOut, "--results", var runtimeResults, .. var seconds])
{
    var time = TimeSpan.FromSeconds(seconds is ["--seconds", var each] ? double.Parse(each, CultureInfo.InvariantCulture) : 0.2);
    var graphs = RuntimeBenchmark.Run(released, time, Console.WriteLine);
    Console.WriteLine($"Written: {WriteJson(runtimeOut, "runtime.json", graphs)}, {RuntimeTable.Write(runtimeResults, graphs)}");
    return 0;
}

if (args is [NaiveTraining.Command])
{
    NaiveTraining.Serve();
    return 0;
}

if (args is [TrainingMemory.Command, var trained, var epochs])
{
    TrainingMemory.Measure(trained, int.Parse(epochs, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["loading", var kind, .. var folders])
{
    LoadingProcess.Run(kind, folders);
    return 0;
}

if (args is ["peers", "--models", var shared, "--node", var package, "--out", var peersOut, "--results", var peersResults])
{
    var peers = PeerBenchmark.Run(shared, package, Console.WriteLine);
    Console.WriteLine($"Written: {WriteJson(peersOut, "peers.json", peers)}, {PeerTable.Write(peersResults, peers)}");
    return 0;
}

if (args is ["callers", "--models", var called, "--out", var callersOut, "--results", var callersResults])
{
    var callers = CallersBenchmark.Run(called, Console.WriteLine);
    Console.WriteLine($"Written: {WriteJson(callersOut, "callers.json", callers)}, {CallersTable.Write(callersResults, callers)}");
    return 0;
}

if (args is ["load", "--models", var loaded, "--out", var loadOut, "--results", var loadResults])
{
    var load = LoadBenchmark.Run(loaded, Console.WriteLine);
    Console.WriteLine($"Written: {WriteJson(loadOut, "load.json", load)}, {LoadTable.Write(loadResults, load)}");
    return 0;
}

if (args is not ["--out", var folder, "--results", var results])
{
    Console.Error.WriteLine(
        "Usage: Latent.Benchmarks [exporter|runtime|peers|load|callers|batcher|codec --models FOLDER] [--node PACKAGE.JSON] "
        + "--out FOLDER --results FOLDER   (./build.sh --target=Bench runs all benchmarks and shows each command line)");
    return 2;
}

Console.WriteLine("Memory of long runs, one thread:");
var memory = TrainingMemory.Run(Console.WriteLine);
var training = TrainingBenchmark.Run(Console.WriteLine);
Console.WriteLine(
    $"Written: {WriteJson(folder, "training.json", training)}, {WriteJson(folder, "training-memory.json", memory)}, " +
    $"{TrainingTable.Write(results, training, memory)}");
return 0;

static string WriteJson<T>(string folder, string name, T results)
{
    Directory.CreateDirectory(folder);
    var file = Path.Combine(folder, name);
    File.WriteAllText(file, JsonSerializer.Serialize(results, new JsonSerializerOptions { WriteIndented = true }) + "\n");
    return file;
}
