using System.CommandLine;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary><c>latent train</c>.</summary>
internal sealed class TrainCommand : LatentSubcommand
{
    private readonly Argument<string[]> recipes = new("RECIPE")
    {
        Description = "A recipe: its name (mnist-dense, mnist-vae, ...) or a path to a .yaml file. Of several, one that fails does not stop the others, and one whose data no source gives is skipped.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string> data = new("--data")
    {
        Description = "Train on this data instead of the recipe's: a data set's name, or a path to a folder of pictures or a .csv, .npy, .npz or .txt file. A tenth each goes to validation and, where no test part is published, to the test.",
        HelpName = "DATA",
    };
    private readonly Option<string> output = new("--out", "-o")
    {
        Description = "Folder that receives the bundles, each in a folder named as its recipe.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "artifacts/models",
    };
    private readonly Option<Device> device = CommonOptions.TrainingDevice();
    private readonly Option<string> profile = CommonOptions.Profile();
    private readonly Option<string[]> changes = new("--set")
    {
        Description = "Change a value of the recipe, such as fit.epochs=3 or options.hidden=[64,32]. May be given several times.",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = _ => [],
    };
    private readonly Option<bool> resume = new("--resume")
    {
        Description = "Go on where an earlier run of the same recipe was stopped or killed, to the same bundle; what is finished already is left as it is.",
    };
    private readonly Option<bool> strict = new("--strict")
    {
        Description = "Of several recipes, count those whose data no source gives as failed; they are skipped otherwise.",
    };
    private readonly Option<bool> findRate = new("--find-lr")
    {
        Description = "Train nothing: raise the learning rate from step to step on fresh weights, and suggest the one at which the loss falls fastest.",
    };

    public TrainCommand(Terminal terminal, CancellationToken cancellation)
        : base("train", "Trains recipes, exports the models as ONNX, verifies the export, and writes a bundle each.", terminal, cancellation)
    {
        changes.Arity = ArgumentArity.OneOrMore;
        Arguments.Add(recipes);
        foreach (var option in new Option[] { data, output, device, profile, changes, resume, strict, findRate })
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "latent train mnist-dense mnist-vae --profile quick",
        "latent train mnist-vae --data fashion-mnist --set name=fashion-vae --set fit.epochs=20",
        "latent train my-model.yaml --data pictures/ --out bundles",
        "latent train mnist-vae --resume",
        "latent train mnist-vae --find-lr",
    ];

    protected override int Execute(Invocation call)
    {
        var choices = new RecipeChoices(call.Find(data), call.Get(profile), call.Get(changes));
        var (position, names) = ($"{call.Get(device)}", call.Get(recipes));
        if (!call.Find(findRate))
            return new RecipeRun(call, call.Get(output), position, call.Find(resume), call.Find(strict)).Execute([.. names.Select(name => new RecipeRequest(name, choices))]);

        return call.Find(resume)
            ? throw new UsageException("--find-lr trains nothing that --resume could go on with. Give one of them.")
            : new LearningRateSearch(call, choices, position).Execute(names);
    }
}
