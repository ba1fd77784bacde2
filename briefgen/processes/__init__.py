"""Work in several processes of this machine."""

from briefgen.processes.ahead import Ahead
from briefgen.processes.beside import beside, in_turns
from briefgen.processes.machine import cores, give_memory_back
from briefgen.processes.many import in_processes

__all__ = ["Ahead", "beside", "cores", "give_memory_back", "in_processes", "in_turns"]
