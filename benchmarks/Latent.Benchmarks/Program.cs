using System.Text.Json;
using Latent.Benchmarks;

if (args is not ["--out", var folder])
{
    Console.Error.WriteLine("Usage: Latent.Benchmarks --out FOLDER   (./build.sh --target=Bench runs it)");
    return 2;
}

Directory.CreateDirectory(folder);
var results = TrainingBenchmark.Run(Console.WriteLine);
var file = Path.Combine(folder, "training.json");
File.WriteAllText(file, JsonSerializer.Serialize(results, new JsonSerializerOptions { WriteIndented = true }) + "\n");
Console.WriteLine($"Written: {file}");
return 0;
