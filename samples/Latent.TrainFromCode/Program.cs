using Latent.Data;
using Latent.Runtime;
using Latent.Training;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Networks;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Binding;
using Latent.Training.Recipes;

// train-from-code FOLDER: trains a variational autoencoder of digits, writes its bundle to FOLDER, and runs it.
var recipe = new Recipe
{
    Name = "digits-vae",
    Family = "variational",
    Options = RecipeMapping.From(new ModelOptions { Latent = 8 }, new DenseOptions { Hidden = [128] }),
    Data = new() { Name = "synthetic:digits?count=3000&seed=1" },
    Objective = new() { Likelihood = Likelihood.Bernoulli },
    Fit = new() { Epochs = 5, BatchSize = 64, LearningRate = 0.002 },
};
var data = new DataCatalogue().Open(recipe.Data.Name, recipe.Data.ToOptions());
var outcome = TrainingRun.Execute(recipe, data, new() { OutputFolder = args[0] });
using var model = Autoencoder.Load(outcome.Folder);
Console.WriteLine($"{outcome.Folder}: loss {outcome.Metrics["loss"]:F1}, {model.Sample(4, seed: 1).Length / model.InputSize} samples");
float[] rows = [.. data.Test.Rows(..4), .. data.Test.Row(0).ToArray().Select(pixel => 1 - pixel)];    // the last is a negative
Console.WriteLine(string.Join('\n', model.Detect(rows)));
