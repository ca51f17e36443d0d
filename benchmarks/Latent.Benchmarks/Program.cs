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

if (args is ["exporter", "--out", var exporterOut, "--results", var exporterResults])
{
    var exported = ExporterBenchmark.Run(Console.WriteLine);
    Console.WriteLine($"Written: {WriteJson(exporterOut, "exporter.json", exported)}, {ResultsTable.WriteExporter(exporterResults, exported)}");
    return 0;
}

if (args is not ["--out", var folder, "--results", var results])
{
    Console.Error.WriteLine("Usage: Latent.Benchmarks --out FOLDER --results FOLDER, or Latent.Benchmarks codec --models FOLDER --results FOLDER, or Latent.Benchmarks batcher --models FOLDER --out FOLDER --results FOLDER, or Latent.Benchmarks exporter --out FOLDER --results FOLDER   (./build.sh --target=Bench runs all)");
    return 2;
}

var training = TrainingBenchmark.Run(Console.WriteLine);
Console.WriteLine($"Written: {WriteJson(folder, "training.json", training)}, {ResultsTable.WriteTraining(results, training)}");
return 0;

static string WriteJson<T>(string folder, string name, T results)
{
    Directory.CreateDirectory(folder);
    var file = Path.Combine(folder, name);
    File.WriteAllText(file, JsonSerializer.Serialize(results, new JsonSerializerOptions { WriteIndented = true }) + "\n");
    return file;
}
