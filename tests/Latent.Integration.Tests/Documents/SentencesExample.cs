using Latent.Sequences;

namespace Latent.Integration.Tests;

/// <summary>The example "Sentences" of docs/applications.md.</summary>
internal static class SentencesExample
{
    public static void Run()
    {
        using var model = SentenceModel.Load("models/verses-vae");

        var codes = model.Encode("And God said, Let there be light: and there was light.");
        var greedy = model.Decode(codes.Mean);                                            // the most likely word at each step
        var beams = model.Decode(codes.Mean, new DecodingOptions { Beams = 5 });          // the most likely sentence of five beams
        var sampled = model.Decode(codes.Mean, new DecodingOptions { Temperature = 0.8, TopP = 0.9 }, seed: 1);
        Console.WriteLine($"{greedy[0]}\n{beams[0]}\n{sampled[0]}");

        foreach (var text in model.Paraphrase("The king went up to the house of Yahweh.", count: 5, temperature: 0.7, seed: 1))
            Console.WriteLine(text);
        foreach (var text in model.Interpolate("Jesus wept.", "They went out into the field.", steps: 5))
            Console.WriteLine(text);
        foreach (var text in model.Sample(count: 3, seed: 42))
            Console.WriteLine(text);
    }
}
