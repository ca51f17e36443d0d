using Latent.Cli;

using var interrupt = new Interrupt();
return LatentCommand.Run(args, Terminal.OfProcess(), interrupt.Token);
