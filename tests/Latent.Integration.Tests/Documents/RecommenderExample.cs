using Latent.Runtime;

namespace Latent.Integration.Tests;

/// <summary>The example "Recommendations" of docs/applications.md.</summary>
internal static class RecommenderExample
{
    public static void Run()
    {
        using var model = Recommender.Load("models/movies-dae");
        Rating[] mine =
        [
            new(model.IdOf("Star Trek Into Darkness (2013)"), 9),  // by title, or by the id that the ratings use
            new(model.IdOf("Man of Steel (2013)"), 8),
            new(model.IdOf("Pacific Rim (2013)"), 10),
        ];
        foreach (var film in model.TopK(mine, k: 5))               // excludes rated items
            Console.WriteLine(film);                               // title and score, the best first
    }
}
