using System.Text.Json;
using Latent.Benchmarks;

if (args is ["codec", "--models", var models, "--results", var codecResults])
{
    Console.WriteLine($"Written: {CodecTable.Write(codecResults, CodecBenchmark.Run(models, Console.WriteLine))}");
    return 0;
}

if (args is not ["--out", var folder, "--results", var results])
{
    Console.Error.WriteLine("Usage: Latent.Benchmarks --out FOLDER --results FOLDER, or Latent.Benchmarks codec --models FOLDER --results FOLDER   (./build.sh --target=Bench runs both)");
    return 2;
}

Directory.CreateDirectory(folder);
var training = TrainingBenchmark.Run(Console.WriteLine);
var file = Path.Combine(folder, "training.json");
File.WriteAllText(file, JsonSerializer.Serialize(training, new JsonSerializerOptions { WriteIndented = true }) + "\n");
Console.WriteLine($"Written: {file}, {ResultsTable.WriteTraining(results, training)}");
return 0;
